import type { Measurement } from './measure.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

/** One of those that are measured against each other. */
export interface Contestant {
  readonly label: string;
  /** Does all that is not to be measured, then measures once. Rounds count from 0. */
  readonly run: (round: number) => Promise<Measurement>;
}

export interface Result {
  readonly label: string;
  readonly measurements: readonly Measurement[];
}

/** A B C A B C …: what the machine does beside them falls on all alike. */
export async function interleave(
  contestants: readonly Contestant[],
  rounds: number,
  onProgress: (text: string) => void,
): Promise<readonly Result[]> {
  const results = contestants.map(({ label }) => ({ label, measurements: new Array<Measurement>() }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { label, run }] of contestants.entries()) {
      onProgress(`round ${round + 1} of ${rounds}: ${label} … `);
      const measurement = await run(round);
      onProgress(`${secondsText(measurement.seconds)}\n`);
      results[index]?.measurements.push(measurement);
    }
  }
  return results;
}

const HEADINGS = ['', 'time', 'ratio', 'peak memory', 'ratio', 'each time', 'each peak'];

/** Medians, and their ratios to those of the first result. */
export function contestTable(results: readonly Result[]): string {
  const [first] = results;
  const rows = results.map((result) => {
    const [seconds, bytes] = [secondsOf(result), peaksOf(result)];
    return [
      result.label,
      secondsText(median(seconds)),
      ratioText(seconds, first && secondsOf(first)),
      bytesText(median(bytes)),
      ratioText(bytes, first && peaksOf(first)),
      seconds.map(secondsText).join(', '),
      bytes.map(bytesText).join(', '),
    ];
  });
  return table([HEADINGS, ...rows]);
}

function secondsOf({ measurements }: Result): readonly number[] {
  return measurements.map(({ seconds }) => seconds);
}

function peaksOf({ measurements }: Result): readonly number[] {
  return measurements.map(({ peakBytes }) => peakBytes);
}

function secondsText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

function bytesText(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${mebibytes.toFixed(0)} MiB` : `${(mebibytes / 1024).toFixed(2)} GiB`;
}

function ratioText(values: readonly number[], baseline: readonly number[] = []): string {
  return (median(values) / median(baseline)).toFixed(3);
}
