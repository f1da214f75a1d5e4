import type { MessageSchema } from '../model/message.ts';
import { diffTypes } from '../types/diff-types.ts';
import { renderTypes } from '../types/render-types.ts';
import { typeNameOf } from '../types/type-name.ts';
import type { DiffLine } from './review.ts';

/** What changes in the generated TypeScript type of a message. Empty where nothing does, or where a schema has no type. */
export async function typeDiff(id: string, before: MessageSchema, after: MessageSchema): Promise<readonly DiffLine[]> {
  const typeName = typeNameOf(id);
  const [old, now] = [await typesOf(before, typeName), await typesOf(after, typeName)];
  if (old === undefined || now === undefined || old === now) return [];
  const hunks = diffTypes(old, now);
  if (hunks === null) return [{ sign: ' ', text: '… (the type is written anew)' }];
  return hunks.flatMap(({ lines }, at): readonly DiffLine[] => [
    ...(at === 0 ? [] : [{ sign: ' ', text: '…' } as const]),
    ...lines.map(splitSign),
  ]);
}

function splitSign(line: string): DiffLine {
  const [first] = line;
  return { sign: first === '+' || first === '-' ? first : ' ', text: line.slice(1) };
}

async function typesOf({ bundled, dialect }: MessageSchema, typeName: string): Promise<string | undefined> {
  try {
    return await renderTypes({ schema: bundled, dialect, typeName, openObjects: false, header: [] });
  } catch {
    // A schema that cannot be rendered is told elsewhere: its contract is not generated either.
    return undefined;
  }
}
