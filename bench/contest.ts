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

interface Column {
  readonly heading: string;
  readonly of: (measurement: Measurement) => number;
  readonly text: (value: number) => string;
}

const COLUMNS: readonly Column[] = [
  { heading: 'time', of: ({ seconds }) => seconds, text: secondsText },
  { heading: 'CPU time', of: ({ cpuSeconds }) => cpuSeconds, text: secondsText },
  { heading: 'peak memory', of: ({ peakBytes }) => peakBytes, text: bytesText },
];

/** Medians, and their ratios to those of the first result; below them what each round gave. */
export function contestTable(results: readonly Result[]): string {
  const headings = ['', ...COLUMNS.flatMap(({ heading }) => [heading, 'ratio'])];
  const medians = results.map(({ label, measurements }) => [
    label,
    ...COLUMNS.flatMap((column) => medianAndRatio(column, measurements, results[0])),
  ]);
  const single = results.map(({ label, measurements }) => [
    label,
    ...COLUMNS.map(({ of, text }) => measurements.map((measurement) => text(of(measurement))).join(', ')),
  ]);
  return `${table([headings, ...medians])}\n${table([['round by round', ...COLUMNS.map(({ heading }) => heading)], ...single])}`;
}

function medianAndRatio(
  { of, text }: Column,
  measurements: Result['measurements'],
  first: Result | undefined,
): readonly string[] {
  const value = median(measurements.map(of));
  if (Number.isNaN(value)) return ['unknown', ''];
  return [text(value), (value / median((first?.measurements ?? []).map(of))).toFixed(3)];
}

function secondsText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

function bytesText(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${mebibytes.toFixed(0)} MiB` : `${(mebibytes / 1024).toFixed(2)} GiB`;
}
