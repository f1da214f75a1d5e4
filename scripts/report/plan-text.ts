import { createTwoFilesPatch } from 'diff';
import type { OutputPlan, PlannedChange } from '../output/plan-output.ts';
import type { Console } from './console.ts';
import { printable, styled } from './console.ts';

/** Longer diffs say no more to a reader, and drown the others. */
const LONGEST_DIFF = 60;

/** Of so many files; of the others the names are enough. */
const MOST_DIFFS = 20;

/** Beyond so many lines that differ, looking for the shortest diff takes longer than anybody waits. */
const MOST_EDITS = 2000;

/** Every change as a diff, from what is on disk to what should be there. */
export function planDiff(changes: readonly PlannedChange[], console: Console): string {
  const shown = changes.slice(0, MOST_DIFFS).map((change) => changeDiff(change, console));
  const names = changes.slice(MOST_DIFFS).map(({ kind, path }) => `${SIGN[kind]} ${printable(path)}\n`);
  return [...shown, ...names].join('');
}

const SIGN = { create: '+', update: '~', delete: '-' } as const;

function changeDiff(change: PlannedChange, console: Console): string {
  const [from, to] = names(change);
  const lines = hunksOf(change);
  const more = `… and ${lines.length - LONGEST_DIFF} more lines of ${printable(change.path)}`;
  const shown = lines.length <= LONGEST_DIFF ? lines : [...lines.slice(0, LONGEST_DIFF), more];
  return [`--- ${from}`, `+++ ${to}`, ...shown].map((line) => `${coloured(line, console)}\n`).join('');
}

function names({ kind, path }: PlannedChange): readonly [string, string] {
  const name = printable(path);
  return [kind === 'create' ? '/dev/null' : name, kind === 'delete' ? '/dev/null' : name];
}

function hunksOf({ path, before, after }: PlannedChange): readonly string[] {
  const options = { context: 2, maxEditLength: MOST_EDITS };
  const patch = createTwoFilesPatch(path, path, before, after, '', '', options);
  if (patch === undefined) return ['(too much differs for a diff)'];
  const lines = printable(patch.replaceAll('\r', '\\r')).trimEnd().split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('@@')));
}

function coloured(line: string, console: Console): string {
  if (line.startsWith('+')) return styled(console, 'green', line);
  if (line.startsWith('-')) return styled(console, 'red', line);
  return line;
}

/** `1 written, 2 deleted, 27 unchanged` */
export function planSummary({ changes, unchanged }: OutputPlan): string {
  const written = changes.filter(({ kind }) => kind !== 'delete').length;
  const deleted = changes.length - written;
  return [`${written} written`, ...(deleted > 0 ? [`${deleted} deleted`] : []), `${unchanged} unchanged`].join(', ');
}
