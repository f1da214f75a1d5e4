import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import type { Node } from '../node/node.ts';
import type { Follow, Reading } from './reading.ts';

/** What the keywords of a schema, and those of the schemas that apply beside it, have looked at. */
export interface Evaluated {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly isEveryProperty: boolean;
  /** So many items from the first on. */
  readonly items: number;
  readonly isEveryItem: boolean;
  /** Items that fit one of these. */
  readonly contained: readonly Node[];
}

/** What is evaluated where some conditions hold; the cases of one schema exclude each other. */
export interface EvaluatedCase {
  readonly conditions: readonly Node[];
  readonly evaluated: Evaluated;
}

const nothing: Evaluated = {
  names: new Set(),
  patterns: new Set(),
  isEveryProperty: false,
  items: 0,
  isEveryItem: false,
  contained: [],
};

/** More cases than this are not told apart. */
const MOST_CASES = 512;

export class TooManyCasesError extends Error {}

/** The cases of what a schema evaluates when it accepts. Throws a TooManyCasesError. */
export function evaluatedCases(
  written: JsonObject,
  follow: Follow,
  reading: Reading,
  /** Its own `unevaluated…` is what asks: it does not count. */
  isAsking: boolean,
  above: ReadonlySet<JsonObject> = new Set(),
): readonly EvaluatedCase[] {
  if (above.has(written)) return [{ conditions: [], evaluated: nothing }];
  const path = new Set([...above, written]);
  const schema = keywordsOf(written, reading.dialect);
  const of = (value: JsonValue): readonly EvaluatedCase[] =>
    isJsonObject(value)
      ? evaluatedCases(value, follow, reading, false, path)
      : [{ conditions: [], evaluated: nothing }];
  let cases: readonly EvaluatedCase[] = [{ conditions: [], evaluated: ownEvaluated(schema, reading, isAsking) }];
  for (const part of dynamicParts(schema, written, follow, reading, of)) {
    cases = cases.flatMap((left) => part.map((right) => joinCases(left, right)));
    if (cases.length > MOST_CASES) throw new TooManyCasesError();
  }
  return cases;
}

/** Each part is a list of cases, one of which holds. */
function* dynamicParts(
  schema: JsonObject,
  written: JsonObject,
  follow: Follow,
  reading: Reading,
  of: (value: JsonValue) => readonly EvaluatedCase[],
): Generator<readonly EvaluatedCase[]> {
  const { store, read, dialect } = reading;
  for (const keyword of referenceKeywords[dialect]) {
    const ref = ownValue(schema, keyword);
    const target = typeof ref === 'string' ? follow(ref, written) : undefined;
    if (target !== undefined) yield of(target);
  }
  for (const member of listAt(schema, 'allOf')) yield of(member);
  for (const member of [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')]) {
    yield whether(read(member), of(member), [], reading);
  }
  const condition = ownValue(schema, 'if');
  if (condition !== undefined) {
    const [then, otherwise] = [ownValue(schema, 'then'), ownValue(schema, 'else')];
    const met = joinAll(of(condition), then === undefined ? [] : of(then));
    yield whether(read(condition), met, otherwise === undefined ? [] : of(otherwise), reading);
  }
  for (const keyword of ['dependentSchemas', 'dependencies']) {
    const map = ownValue(schema, keyword);
    for (const [name, value] of isJsonObject(map) ? Object.entries(map) : []) {
      // Of an array "required" demands nothing, and yet what depends on it is not asked about one.
      const isThere = store.all([store.ofType('object'), store.required(name)]);
      if (isJsonObject(value)) yield whether(isThere, of(value), [], reading);
    }
  }
}

/** The cases where a condition holds, and those where it does not; one case where that makes no difference. */
function whether(
  condition: Node,
  met: readonly EvaluatedCase[],
  unmet: readonly EvaluatedCase[],
  { store }: Reading,
): readonly EvaluatedCase[] {
  const others = unmet.length === 0 ? [{ conditions: [], evaluated: nothing }] : unmet;
  if ([...met, ...others].every(({ evaluated }) => isNothing(evaluated)))
    return [{ conditions: [], evaluated: nothing }];
  return [
    ...met.map(({ conditions, evaluated }) => ({ conditions: [condition, ...conditions], evaluated })),
    ...others.map(({ conditions, evaluated }) => ({ conditions: [store.not(condition), ...conditions], evaluated })),
  ];
}

function joinAll(left: readonly EvaluatedCase[], right: readonly EvaluatedCase[]): readonly EvaluatedCase[] {
  return right.length === 0 ? left : left.flatMap((one) => right.map((other) => joinCases(one, other)));
}

function joinCases(left: EvaluatedCase, right: EvaluatedCase): EvaluatedCase {
  return {
    conditions: [...left.conditions, ...right.conditions],
    evaluated: {
      names: new Set([...left.evaluated.names, ...right.evaluated.names]),
      patterns: new Set([...left.evaluated.patterns, ...right.evaluated.patterns]),
      isEveryProperty: left.evaluated.isEveryProperty || right.evaluated.isEveryProperty,
      items: Math.max(left.evaluated.items, right.evaluated.items),
      isEveryItem: left.evaluated.isEveryItem || right.evaluated.isEveryItem,
      contained: [...left.evaluated.contained, ...right.evaluated.contained],
    },
  };
}

function ownEvaluated(schema: JsonObject, { dialect, read }: Reading, isAsking: boolean): Evaluated {
  const has = (keyword: string): boolean => ownValue(schema, keyword) !== undefined;
  const items = ownValue(schema, 'items');
  const prefix = ownValue(schema, 'prefixItems') ?? (Array.isArray(items) ? items : []);
  const contains = ownValue(schema, 'contains');
  return {
    names: new Set(keysAt(schema, 'properties')),
    patterns: new Set(keysAt(schema, 'patternProperties')),
    isEveryProperty: has('additionalProperties') || (has('unevaluatedProperties') && !isAsking),
    items: Array.isArray(prefix) ? prefix.length : 0,
    isEveryItem:
      (items !== undefined && !Array.isArray(items)) ||
      (Array.isArray(items) && has('additionalItems')) ||
      (has('unevaluatedItems') && !isAsking),
    // In 2019-09 `contains` evaluates nothing.
    contained: contains !== undefined && dialect === '2020-12' ? [read(contains)] : [],
  };
}

function isNothing(evaluated: Evaluated): boolean {
  return (
    evaluated.names.size === 0 &&
    evaluated.patterns.size === 0 &&
    !evaluated.isEveryProperty &&
    evaluated.items === 0 &&
    !evaluated.isEveryItem &&
    evaluated.contained.length === 0
  );
}

function listAt(schema: JsonObject, keyword: string): readonly JsonValue[] {
  const list = ownValue(schema, keyword);
  return Array.isArray(list) ? list : [];
}

function keysAt(schema: JsonObject, keyword: string): readonly string[] {
  const map = ownValue(schema, keyword);
  return isJsonObject(map) ? Object.keys(map) : [];
}
