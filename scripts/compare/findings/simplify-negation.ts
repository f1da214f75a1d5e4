import { appendPointer } from '../../model/pointer.ts';
import { placeAt } from '../../schema/places-below.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import { nothingGathered } from './gather-places.ts';
import { isFree } from './is-free.ts';
import type { Conjunct, Gathered, MergedSchema } from './merged-schema.ts';

const allTypes: readonly JsonType[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** `not` of a type is the other types, `not` of `not` is the schema itself, and `not` of everything is nothing. */
export function simplifyNegation(conjunct: Conjunct, below: MergedSchema['below']): Gathered {
  const [excluded] = placeAt(conjunct, 'not');
  const asItIs = { ...nothingGathered, conjuncts: [conjunct] };
  if (excluded === undefined) return asItIs;
  const schema = below([excluded]);
  const rest = { ...nothingGathered, conjuncts: [withoutNot(conjunct)] };
  if (schema.never !== undefined) return rest;
  if (isFree(schema)) return { ...rest, never: appendPointer(conjunct.pointer, 'not') };
  const types = otherTypes(schema);
  if (types !== undefined) {
    const pointer = appendPointer(conjunct.pointer, 'not');
    const others: Conjunct = { pointer, schema: {}, types: { value: types, pointer, isImplied: false } };
    return { ...rest, conjuncts: [...rest.conjuncts, others] };
  }
  const [inner, ...more] = schema.negations;
  if (inner === undefined || more.length > 0 || !isFree({ ...schema, negations: [] })) return asItIs;
  const { conjuncts, ...found } = below([inner]).gathered;
  return { ...found, conjuncts: [...rest.conjuncts, ...conjuncts] };
}

/** Undefined where more than types is excluded, or the integers among the numbers. */
function otherTypes(schema: MergedSchema): readonly JsonType[] | undefined {
  const { types } = schema;
  if (types === undefined || types.value.includes('integer') || !isFree({ ...schema, types: undefined }))
    return undefined;
  return allTypes.filter((type) => !types.value.includes(type));
}

function withoutNot({ schema, ...conjunct }: Conjunct): Conjunct {
  return { ...conjunct, schema: Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'not')) };
}
