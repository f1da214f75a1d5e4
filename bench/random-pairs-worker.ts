// A worker of bench/random-pairs.ts: takes a range, and posts tallies and lines.
import { parentPort, workerData } from 'node:worker_threads';
import { checkRange } from './check-range.ts';

for await (const tally of checkRange(workerData, (line) => parentPort?.postMessage({ line })))
  parentPort?.postMessage({ tally });
