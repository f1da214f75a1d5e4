import type { Finding, FindingWitness } from '../compare/explain-changes.ts';
import type { SchemaComparison } from '../compare/compare-schemas.ts';
import type { Bump, Direction, DirectionVerdict } from '../compare/verdict.ts';
import type { JsonValue } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';

/** Where a place of either schema stands in a file. */
export interface PlaceFinder {
  readonly before: (pointer: JsonPointer) => SourcePlace;
  readonly after: (pointer: JsonPointer) => SourcePlace;
}

export interface SourcePlace {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

/** A comparison as programs read it. Source: reference/comparison.schema.json. */
export function comparisonJson(
  { backward, forward, findings }: SchemaComparison,
  bump: Bump,
  places: PlaceFinder,
): { readonly [key: string]: JsonValue } {
  return {
    backward: verdictJson(backward),
    forward: verdictJson(forward),
    findings: findings.map((finding) => findingJson(finding, places)),
    bump,
  };
}

function verdictJson(verdict: DirectionVerdict): JsonValue {
  switch (verdict.verdict) {
    case 'compatible':
      return { verdict: 'compatible', ...(verdict.note === undefined ? {} : { note: verdict.note }) };
    case 'breaking':
      return { verdict: 'breaking', witness: verdict.witness, refusal: { ...verdict.refusal } };
    case 'unknown':
      return { verdict: 'unknown', reason: verdict.reason };
  }
}

function findingJson(finding: Finding, places: PlaceFinder): JsonValue {
  const { rule, effect, sentence, path, breaks, beforePointer, afterPointer } = finding;
  return {
    rule,
    effect,
    sentence,
    path,
    places: finding.places,
    ...(beforePointer === undefined ? {} : { before: { pointer: beforePointer, ...places.before(beforePointer) } }),
    ...(afterPointer === undefined ? {} : { after: { pointer: afterPointer, ...places.after(afterPointer) } }),
    breaks: Object.fromEntries(
      (['backward', 'forward'] satisfies Direction[]).flatMap((direction) => {
        const witness = breaks[direction];
        return witness === undefined ? [] : [[direction, witnessJson(witness)]];
      }),
    ),
  };
}

function witnessJson({ value, refusal }: FindingWitness): JsonValue {
  return { witness: value, refusal: { ...refusal } };
}
