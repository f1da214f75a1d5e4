#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Node keeps what it has compiled: that is half of what starting takes. So the rest is imported only after this.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compile'));
const { runCommandLine } = await import('./command-line.ts');

const hasColor = process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env['NO_COLOR'];

// json-schema-to-typescript would print its own progress among our results.
delete process.env['VERBOSE'];

// Whoever reads our results may have had enough of them, as `head` has: that is no fault.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit();
});

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: Math.min(process.stdout.columns ?? 80, 120),
    hasColor,
  },
  stop.signal,
  process.env,
);
