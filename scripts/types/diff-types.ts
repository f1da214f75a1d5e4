import { structuredPatch } from 'diff';

/** A changed place of a type file, with a few lines around it. */
export interface TypeHunk {
  /** The first line in either file, from 1, without the comment at its top. */
  readonly before: number;
  readonly after: number;
  /** Each with ` `, `-` or `+` in front. */
  readonly lines: readonly string[];
}

const LINES_AROUND = 3;

/** A type that was written anew says more as a whole than as a diff; and to look for the shortest one would take long. */
const MOST_EDITS = 1_000;

/** The differences between two `types.d.ts`; null where they have next to nothing in common. */
export function diffTypes(before: string, after: string): readonly TypeHunk[] | null {
  const options = { context: LINES_AROUND, maxEditLength: MOST_EDITS };
  const patch = structuredPatch('', '', withoutHeader(before), withoutHeader(after), '', '', options);
  if (patch === undefined) return null;
  return patch.hunks.map(({ oldStart, newStart, lines }) => ({ before: oldStart, after: newStart, lines }));
}

/** The comment at the top names version and file, which are other ones each time. */
function withoutHeader(types: string): string {
  const end = types.indexOf('\n\n');
  return types.startsWith('//') && end >= 0 ? types.slice(end + 2) : types;
}
