import { isJsonArray, type JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { isAtLeast } from './keywords.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { placeAt, placesIn, type Place } from './place.ts';
import { isKeyword, keyword, type TypeNode } from './type-node.ts';

/** More required elements than this are not written out one by one. */
const MOST_REPEATED = 10;

interface ListPlaces {
  readonly prefix: readonly Place[];
  /** Undefined when any further element will do. */
  readonly rest: Place | undefined;
}

/** The type of an array: `T[]`, or a tuple when its first elements have schemas of their own. */
export function listType(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): TypeNode {
  const { prefix, rest } = listPlaces(keywords, pointer, context);
  const restType = rest === undefined ? keyword('unknown') : context.typeAt(rest);
  if (prefix.length === 0) return { kind: 'array', items: restType };
  const elements = prefix.map((place) => context.typeAt(place));
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

function listPlaces(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): ListPlaces {
  const isModern = isAtLeast(context.dialect, '2020-12');
  const prefixKeyword = isModern ? 'prefixItems' : 'items';
  const prefix = placesIn(keywords[prefixKeyword], pointer, prefixKeyword);
  const restKeyword = isModern || !isJsonArray(keywords['items']) ? 'items' : 'additionalItems';
  const rest = placeAt(keywords[restKeyword], pointer, restKeyword);
  return { prefix, rest: rest ?? unevaluatedRest(keywords, pointer) };
}

/** `unevaluatedItems` speaks of the rest only when nothing else can have looked at it. */
function unevaluatedRest(keywords: JsonObject, pointer: JsonPointer): Place | undefined {
  const others = [
    '$ref',
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'dependentSchemas',
    'contains',
    '$dynamicRef',
    '$recursiveRef',
  ];
  if (others.some((name) => name in keywords)) return undefined;
  return placeAt(keywords['unevaluatedItems'], pointer, 'unevaluatedItems');
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : otherwise;
}
