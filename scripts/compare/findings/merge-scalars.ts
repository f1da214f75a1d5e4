import { isJsonArray, ownValue, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';
import { commonMultiple, isMultipleOf } from '../../schema/exact-number.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import { allowsFamily, commonTypes } from './keyword-types.ts';
import { mergeLimits } from './merge-limits.ts';
import type { Conjunct, Located, MergedSchema, NamedTypes } from './merged-schema.ts';

export type ScalarDemands = Pick<MergedSchema, 'types' | 'limits' | 'multipleOf' | 'patterns' | 'formats'>;

const allTypes: readonly JsonType[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** Patterns that people write where any text will do. */
const matchAll: ReadonlySet<string> = new Set(['', '^', '$', '.*', '^.*', '.*$', '^[\\s\\S]*$', '^[\\S\\s]*$']);

/** What the schemas of one place demand together of texts and numbers, and which types they allow. */
export function mergeScalars(conjuncts: readonly Conjunct[], dialect: Dialect): ScalarDemands {
  const multiple = mergeMultiples(conjuncts);
  const types = withoutFractions(mergeTypes(conjuncts), multiple);
  const isWhole = types !== undefined && allowsFamily(types.value, 'number') && !types.value.includes('number');
  // Every integer is a multiple of 1.
  const multipleOf = isWhole && multiple !== undefined && isMultipleOf(1, multiple.value) ? undefined : multiple;
  return {
    types,
    limits: mergeLimits(conjuncts, dialect, isWhole),
    multipleOf,
    patterns: textsOf(conjuncts, 'pattern').filter(({ value }) => !matchAll.has(value)),
    formats: textsOf(conjuncts, 'format'),
  };
}

function mergeTypes(conjuncts: readonly Conjunct[]): NamedTypes | undefined {
  let merged: NamedTypes | undefined;
  for (const found of conjuncts.flatMap(typesOf)) {
    const common: readonly JsonType[] = merged === undefined ? found.value : commonTypes(merged.value, found.value);
    const isNews = merged === undefined || common.join() !== merged.value.join();
    if (isNews || merged === undefined) merged = { ...found, value: common };
  }
  return merged !== undefined && allTypes.every((type) => merged.value.includes(type)) ? undefined : merged;
}

function typesOf({ pointer, schema, types }: Conjunct): readonly NamedTypes[] {
  const held = ownValue(schema, 'type');
  const named = (isJsonArray(held) ? held : [held]).flatMap((name) =>
    [...allTypes, 'integer' as const].filter((type) => type === name),
  );
  const distinct = [...new Set(named)].filter((type) => type !== 'integer' || !named.includes('number'));
  const written =
    distinct.length === 0 ? [] : [{ value: distinct, pointer: appendPointer(pointer, 'type'), isImplied: false }];
  return types === undefined ? written : [...written, types];
}

/** A number that is a multiple of a whole number is an integer. */
function withoutFractions(
  types: NamedTypes | undefined,
  multiple: Located<number> | undefined,
): NamedTypes | undefined {
  if (types === undefined || multiple === undefined || !Number.isInteger(multiple.value)) return types;
  return { ...types, value: types.value.map((type) => (type === 'number' ? 'integer' : type)) };
}

function mergeMultiples(conjuncts: readonly Conjunct[]): Located<number> | undefined {
  const steps = valuesAt(conjuncts, 'multipleOf').flatMap(({ value, pointer }) =>
    typeof value === 'number' && value > 0 ? [{ value, pointer }] : [],
  );
  const [first] = steps;
  if (first === undefined || steps.length === 1) return first;
  return { value: commonMultiple(steps.map(({ value }) => value)) ?? first.value, pointer: first.pointer };
}

function textsOf(conjuncts: readonly Conjunct[], keyword: string): readonly Located<string>[] {
  const found = new Map<string, JsonPointer>();
  for (const { value, pointer } of valuesAt(conjuncts, keyword)) {
    if (typeof value === 'string' && !found.has(value)) found.set(value, pointer);
  }
  return [...found].map(([value, pointer]) => ({ value, pointer }));
}

/** The values of one keyword in all schemas of a place. */
export function valuesAt(conjuncts: readonly Conjunct[], keyword: string): readonly Located<JsonValue>[] {
  return conjuncts.flatMap(({ pointer, schema }) => {
    const value = ownValue(schema, keyword);
    return value === undefined ? [] : [{ value, pointer: appendPointer(pointer, keyword) }];
  });
}
