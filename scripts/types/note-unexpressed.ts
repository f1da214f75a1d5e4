import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { placesIn } from '../schema/places-below.ts';
import { isCombined } from './combined.ts';
import { areExclusive } from './exclusive-branches.ts';
import type { NormaliseContext } from './normalise-context.ts';

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

/** Tells the context which structural keywords of a schema the types leave to the schema. */
export function noteUnexpressed(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): void {
  for (const name of NEVER_EXPRESSED) if (name in keywords) context.note(pointer, name);
  if ('if' in keywords && ('then' in keywords || 'else' in keywords)) context.note(pointer, 'if/then/else');
  for (const name of ['unevaluatedProperties', 'unevaluatedItems']) {
    const isConstraint = keywords[name] === false || isJsonObject(keywords[name]);
    if (isConstraint && isLeftOut(name, keywords)) context.note(pointer, name);
  }
  const branches = placesIn({ schema: keywords, pointer }, 'oneOf');
  if (!areExclusive(branches, context)) context.note(pointer, 'oneOf (exactly one)');
}

function isLeftOut(name: string, keywords: JsonObject): boolean {
  return isCombined(keywords) || (name === 'unevaluatedItems' && 'contains' in keywords);
}
