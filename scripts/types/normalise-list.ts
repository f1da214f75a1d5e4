import type { JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { itemPlacesOf, placeAt } from '../schema/places-below.ts';
import { isCombined } from './combined.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { isKeyword, keyword, type TypeNode } from './type-node.ts';

/** More required elements than this are not written out one by one. */
const MOST_REPEATED = 10;

/** The type of an array: `T[]`, or a tuple when its first elements have schemas of their own. */
export function listType(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): TypeNode {
  const list = { schema: keywords, pointer };
  const { first, rest } = itemPlacesOf(list, context.dialect);
  // `unevaluatedItems` speaks of the rest only when nothing else can have looked at it.
  const isRestOpen = isCombined(keywords) || 'contains' in keywords;
  const [further] = rest.length > 0 || isRestOpen ? rest : placeAt(list, 'unevaluatedItems');
  const restType = further === undefined ? keyword('unknown') : context.typeAt(further);
  if (first.length === 0) return { kind: 'array', items: restType };
  const elements = first.map((place) => context.typeAt(place));
  return tupleType(elements, restType, countOf(keywords['minItems'], 0), countOf(keywords['maxItems'], Infinity));
}

function tupleType(elements: readonly TypeNode[], rest: TypeNode, min: number, max: number): TypeNode {
  const first = elements.findIndex((element, index) => index >= min && isKeyword(element, 'never'));
  const length = Math.min(elements.length, first === -1 ? Infinity : first, Math.max(max, min));
  const kept = elements.slice(0, length);
  const isClosed = length < elements.length || max <= length || isKeyword(rest, 'never');
  const missing = isClosed ? 0 : Math.max(0, min - length);
  const repeated = missing <= MOST_REPEATED ? Array.from({ length: missing }, () => rest) : [];
  return {
    kind: 'tuple',
    elements: [...kept, ...repeated],
    required: Math.min(min, length + repeated.length),
    rest: isClosed ? undefined : rest,
  };
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : otherwise;
}
