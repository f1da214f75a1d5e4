import type { JsonObject } from '../model/json.ts';

const COMBINING = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependentSchemas',
  '$dynamicRef',
  '$recursiveRef',
] as const;

/** True when other schemas speak of the same value: what is unevaluated is then not known from this schema alone. */
export function isCombined(keywords: JsonObject): boolean {
  return COMBINING.some((name) => name in keywords);
}
