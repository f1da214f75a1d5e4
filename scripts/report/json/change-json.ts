import { directions } from '../../compare/verdict.ts';
import type { Direction, DirectionVerdict } from '../../compare/verdict.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ConsumerVerdict, FilePlace, PlacedFinding, VersionChange } from '../../review/review.ts';
import { known } from './known.ts';

export function changeJson(change: VersionChange): JsonObject {
  const { kind, before, after, mode, policy, verdicts, reason, isSameDocument, isSameSet, isSafe, butBreaks } = change;
  const { findings, earlier, typeDiff, consumers, bump, examples } = change;
  return {
    kind,
    before: { id: before.id, version: before.version, file: before.file },
    after: { id: after.id, version: after.version, file: after.file },
    mode,
    policy,
    ...known({ verdicts: verdicts && verdictsJson(verdicts), reason }),
    isSameDocument,
    isSameSet,
    isSafe,
    ...known({ butBreaks }),
    findings: findings.map(findingJson),
    earlier: earlier.map((one) => ({
      version: one.version,
      verdicts: verdictsJson(one.verdicts),
      isSafe: one.isSafe,
    })),
    typeDiff: typeDiff.map(({ sign, text }) => ({ sign, text })),
    consumers: consumers.map(consumerJson),
    ...known({ bump: bump && { needed: bump.needed, made: bump.made, isEnough: bump.isEnough, reason: bump.reason } }),
    examples: examples.map(({ file, refusedBy, of, sentence, pointer }) => ({
      file,
      refusedBy,
      of,
      sentence,
      pointer,
    })),
  };
}

function verdictsJson({ backward, forward }: Readonly<Record<Direction, DirectionVerdict>>): JsonObject {
  return { backward: verdictJson(backward), forward: verdictJson(forward) };
}

export function verdictJson(verdict: DirectionVerdict): JsonObject {
  switch (verdict.verdict) {
    case 'compatible':
      return { verdict: 'compatible', ...known({ note: verdict.note }) };
    case 'breaking':
      return { verdict: 'breaking', witness: verdict.witness, refusal: refusalJson(verdict.refusal) };
    case 'unknown':
      return { verdict: 'unknown', reason: verdict.reason };
  }
}

type Refusal = Extract<DirectionVerdict, { readonly verdict: 'breaking' }>['refusal'];

function refusalJson({ instancePointer, schemaPointer, keyword, sentence }: Refusal): JsonObject {
  return { instancePointer, schemaPointer, keyword, sentence };
}

/** As `catalog compare --format json` has it. */
function findingJson({ finding, before, after }: PlacedFinding): JsonObject {
  const { rule, effect, sentence, path, places, breaks, beforePointer, afterPointer } = finding;
  const broken = directions.flatMap((direction) => {
    const found = breaks[direction];
    return found === undefined ? [] : [[direction, { witness: found.value, refusal: refusalJson(found.refusal) }]];
  });
  return {
    rule,
    effect,
    sentence,
    path,
    places,
    ...known({ before: placeJson(beforePointer, before), after: placeJson(afterPointer, after) }),
    breaks: Object.fromEntries(broken),
  };
}

function placeJson(pointer: string | undefined, place: FilePlace | undefined): JsonObject | undefined {
  if (pointer === undefined && place === undefined) return undefined;
  return known({ pointer, file: place?.file, line: place?.line, column: place?.column });
}

function consumerJson(consumer: ConsumerVerdict): JsonObject {
  const { id, name, version, owners, fields, asItIs, onceItMoves } = consumer;
  return { id, name, version, owners, fields, asItIs: verdictJson(asItIs), onceItMoves: verdictJson(onceItMoves) };
}
