import { createTwoFilesPatch } from 'diff';
import type { OutputPlan, PlannedChange } from '../output/plan-output.ts';
import type { Console } from './console.ts';
import { printable, styled } from './console.ts';

/** Longer diffs say no more to a reader, and drown the others. */
const LONGEST_DIFF = 60;

/** Every change as a diff, from what is on disk to what should be there. */
export function planDiff(plan: OutputPlan, console: Console): string {
  return plan.changes.map((change) => changeDiff(change, console)).join('');
}

function changeDiff({ kind, path, before, after }: PlannedChange, console: Console): string {
  const name = printable(path);
  const patch = createTwoFilesPatch(
    kind === 'create' ? '/dev/null' : name,
    kind === 'delete' ? '/dev/null' : name,
    before,
    after,
    '',
    '',
    { context: 2 },
  );
  const lines = printable(patch.replaceAll('\r', '\\r')).split('\n').slice(1);
  const shown =
    lines.length <= LONGEST_DIFF
      ? lines
      : [...lines.slice(0, LONGEST_DIFF), `… and ${lines.length - LONGEST_DIFF} more lines of ${name}`, ''];
  return shown.map((line) => coloured(line, console)).join('\n');
}

function coloured(line: string, console: Console): string {
  if (line.startsWith('+')) return styled(console, 'green', line);
  if (line.startsWith('-')) return styled(console, 'red', line);
  return line;
}

/** `1 file to write, 2 to delete, 27 as they should be` */
export function planSummary({ changes, unchanged }: OutputPlan): string {
  const written = changes.filter(({ kind }) => kind !== 'delete').length;
  const deleted = changes.length - written;
  return [`${written} written`, ...(deleted > 0 ? [`${deleted} deleted`] : []), `${unchanged} unchanged`].join(', ');
}
