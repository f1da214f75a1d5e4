import { judgeReader } from '../compare/compare-schemas.ts';
import type { CompareOptions } from '../compare/decide.ts';
import type { SchemaDocument } from '../compare/normalise/reading.ts';
import { readFields } from '../compare/policy/read-fields.ts';
import type { Direction, DirectionVerdict } from '../compare/verdict.ts';
import type { MessageVersion, Participant } from '../model/message.ts';
import type { ConsumerVerdict } from './review.ts';

/** What a change means for each consumer of either version: as it is, and once it has moved to the new one. */
export async function judgeConsumers(
  {
    before,
    after,
    known,
  }: { readonly before: MessageVersion; readonly after: MessageVersion; readonly known: MessageVersion | undefined },
  documents: { readonly before: SchemaDocument; readonly after: SchemaDocument },
  verdicts: Readonly<Record<Direction, DirectionVerdict>>,
  options: CompareOptions,
): Promise<readonly ConsumerVerdict[]> {
  const judged: ConsumerVerdict[] = [];
  for (const { id, name, version, owners = [], fields } of consumersOf(before, after, known)) {
    const asItIs =
      fields.length === 0
        ? verdicts.forward
        : await judgeReader(documents.after, readFields(documents.before, fields), options);
    const onceItMoves =
      fields.length === 0
        ? verdicts.backward
        : await judgeReader(documents.before, readFields(documents.after, fields), options);
    judged.push({ id, name, version, owners, fields, asItIs, onceItMoves });
  }
  return judged;
}

/** Those of the new version, those who stayed with the old one, and those who were there before; each once, as it is now. */
function consumersOf(
  before: MessageVersion,
  after: MessageVersion,
  known: MessageVersion | undefined,
): readonly Participant[] {
  const found = new Map<string, Participant>();
  for (const version of [after, before, known]) {
    for (const consumer of version?.consumers ?? []) {
      const key = `${consumer.id}@${consumer.version}`;
      if (!found.has(key)) found.set(key, consumer);
    }
  }
  return [...found.values()].toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}
