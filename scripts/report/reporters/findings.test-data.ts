import type { Refusal } from '../../compare/judge/judge.ts';
import type { Direction, DirectionVerdict } from '../../compare/verdict.ts';
import type { JsonValue } from '../../model/json.ts';
import type { PlacedFinding } from '../../review/review.ts';

export const compatible: DirectionVerdict = { verdict: 'compatible' };

export const witness = {
  event_id: 'a',
  timestamp: '2024-01-31T08:30:00Z',
  product_id: 'a',
  adjusted_quantity: 0,
  new_quantity: 0,
  adjustment_reason: 'restock',
};

const refusal: Refusal = {
  instancePointer: '',
  schemaPointer: '/required/6',
  keyword: 'required',
  sentence: 'the value must have the property "warehouse"',
};

export function breaking(payload: JsonValue = witness, why: Refusal = refusal): DirectionVerdict {
  return { verdict: 'breaking', witness: payload, refusal: why };
}

export const unknown: DirectionVerdict = {
  verdict: 'unknown',
  reason: 'the pattern of `bin` looks back, which is no regular language',
};

interface FindingFacts {
  readonly rule: string;
  readonly sentence: string;
  readonly path: string;
  readonly line: number;
  readonly effect?: PlacedFinding['finding']['effect'];
  readonly broken?: Direction;
}

export function placedFinding({ rule, sentence, path, line, effect = 'narrows', broken }: FindingFacts): PlacedFinding {
  const place = { file: 'events/OutOfStock/schema.json', line, column: 5 };
  const breaks = broken === undefined ? {} : { [broken]: { value: witness, refusal } };
  const finding = {
    rule,
    effect,
    sentence,
    beforePointer: undefined,
    afterPointer: `/properties/${path}`,
    path,
    places: [path],
    breaks,
  };
  return { finding, before: undefined, after: place };
}

export const warehouseAdded = placedFinding({
  rule: 'property-added',
  sentence: '`warehouse` was added (required): a string of 1 or more characters.',
  path: 'warehouse',
  line: 41,
  broken: 'backward',
});

export const reasonAdded = placedFinding({
  rule: 'enum-value-added',
  sentence: '`adjustment_reason` now also allows "theft".',
  path: 'adjustment_reason',
  line: 34,
  effect: 'widens',
  broken: 'forward',
});
