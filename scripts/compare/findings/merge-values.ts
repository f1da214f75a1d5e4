import { isJsonArray, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer } from '../../model/pointer.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import { acceptsScalar } from './accepts-scalar.ts';
import { valuesAt, type ScalarDemands } from './merge-scalars.ts';
import type { Conjunct, Located, MergedSchema } from './merged-schema.ts';

/** `enum: [true, false]` is `type: boolean`, and `const: null` is `type: null`. */
export function typesInValues(values: MergedSchema['values']): MergedSchema['types'] {
  const listed = values?.value.map(({ value }) => value) ?? [];
  const [hasTrue, hasFalse, hasNull] = [listed.includes(true), listed.includes(false), listed.includes(null)];
  const size = (hasTrue ? 1 : 0) + (hasFalse ? 1 : 0) + (hasNull ? 1 : 0);
  if (values === undefined || size === 0 || size < listed.length || hasTrue !== hasFalse) return undefined;
  const types = [...(hasTrue ? (['boolean'] as const) : []), ...(hasNull ? (['null'] as const) : [])];
  return { value: types, pointer: values.pointer, isImplied: false };
}

/** The values that `enum` and `const` leave over, without those that a type, a bound or a pattern beside them refuses. */
export function mergeValues(
  conjuncts: readonly Conjunct[],
  scalars: ScalarDemands,
  dialect: Dialect,
): MergedSchema['values'] {
  const lists = conjuncts.flatMap((conjunct) => listsOf(conjunct, dialect));
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  const allowed = others.map(({ value }) => new Set(value.map((member) => canonicalText(member.value))));
  const kept = first.value.filter((member) => {
    const text = canonicalText(member.value);
    return allowed.every((texts) => texts.has(text)) && acceptsScalar({ ...scalars, values: undefined }, member.value);
  });
  const distinct = new Map(kept.map((member) => [canonicalText(member.value), member]));
  return { value: [...distinct.values()], pointer: first.pointer };
}

function listsOf(conjunct: Conjunct, dialect: Dialect): readonly Located<readonly Located<JsonValue>[]>[] {
  const enums = valuesAt([conjunct], 'enum').flatMap(({ value, pointer }) =>
    isJsonArray(value)
      ? [{ value: value.map((member, index) => ({ value: member, pointer: appendPointer(pointer, index) })), pointer }]
      : [],
  );
  const constants = dialect === 'draft-04' ? [] : valuesAt([conjunct], 'const');
  return [
    ...constants.map(({ value, pointer }) => ({ value: [{ value, pointer }], pointer })),
    ...enums,
    ...(conjunct.values === undefined ? [] : [{ value: conjunct.values, pointer: conjunct.pointer }]),
  ];
}
