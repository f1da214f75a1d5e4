import { diffLines } from 'diff';
import type { MessageSchema } from '../model/message.ts';
import { renderTypes } from '../types/render-types.ts';
import { typeNameOf } from '../types/type-name.ts';
import type { DiffLine } from './review.ts';

/** Lines that did not change stand so many around those that did. */
const CONTEXT = 2;

/** What changes in the generated TypeScript type. Empty where nothing does, or where a schema has no type. */
export async function diffTypes(id: string, before: MessageSchema, after: MessageSchema): Promise<readonly DiffLine[]> {
  const typeName = typeNameOf(id);
  const [old, now] = [await typesOf(before, typeName), await typesOf(after, typeName)];
  if (old === undefined || now === undefined || old === now) return [];
  const lines = diffLines(old, now).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): DiffLine => ({ sign: added ? '+' : removed ? '-' : ' ', text })),
  );
  return aroundChanges(lines);
}

async function typesOf({ bundled, dialect }: MessageSchema, typeName: string): Promise<string | undefined> {
  try {
    return await renderTypes({ schema: bundled, dialect, typeName, openObjects: false, header: [] });
  } catch {
    // A schema that cannot be rendered is told elsewhere: its contract is not generated either.
    return undefined;
  }
}

function aroundChanges(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ sign }) => sign !== ' ');
  const kept: DiffLine[] = [];
  let isCut = false;
  for (const [at, line] of lines.entries()) {
    if (!isNear(at)) {
      isCut = kept.length > 0;
      continue;
    }
    if (isCut) kept.push({ sign: ' ', text: '…' });
    isCut = false;
    kept.push(line);
  }
  return kept;
}
