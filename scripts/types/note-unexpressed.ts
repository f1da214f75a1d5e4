import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { areExclusive } from './exclusive-branches.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { placesIn } from './place.ts';

const NEVER_EXPRESSED = [
  'not',
  'propertyNames',
  'contains',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'patternProperties',
  '$dynamicRef',
  '$recursiveRef',
] as const;

const COMBINERS = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependentSchemas',
  '$dynamicRef',
  '$recursiveRef',
] as const;

/** Tells the context which structural keywords of a schema the types leave to the schema. */
export function noteUnexpressed(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): void {
  for (const name of NEVER_EXPRESSED) if (name in keywords) context.note(pointer, name);
  if ('if' in keywords && ('then' in keywords || 'else' in keywords)) context.note(pointer, 'if/then/else');
  const isCombined = COMBINERS.some((name) => name in keywords);
  for (const name of ['unevaluatedProperties', 'unevaluatedItems']) {
    const isConstraint = keywords[name] === false || isJsonObject(keywords[name]);
    if (isConstraint && isCombined) context.note(pointer, name);
  }
  const branches = placesIn(keywords['oneOf'], pointer, 'oneOf');
  if (!areExclusive(branches, context)) context.note(pointer, 'oneOf (exactly one)');
}
