import { fullFormats } from 'ajv-formats/dist/formats.js';

/**
 * The formats that are asserted: those that JSON Schema itself defines. `int32`, `byte` and the like are OpenAPI's, and
 * `idn-email` or `iri` have no checker that we trust: they are annotations, as the specification asks for unknown ones.
 */
const assertedFormats = [
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
] as const;

export type AssertedFormat = (typeof assertedFormats)[number];

/** The checkers in the form that Ajv takes. */
export const formatCheckers = Object.fromEntries(assertedFormats.map((name) => [name, fullFormats[name]]));

/** Whether a text has a format; true for formats that are not asserted. */
export function hasFormat(text: string, format: string): boolean {
  const checker = Object.hasOwn(formatCheckers, format) ? formatCheckers[format] : undefined;
  if (checker === undefined || typeof checker === 'boolean' || typeof checker === 'string') return true;
  return matches(checker, text);
}

function matches(checker: unknown, text: string): boolean {
  if (checker instanceof RegExp) return checker.test(text);
  if (typeof checker === 'function') return Boolean(checker(text));
  if (typeof checker === 'object' && checker !== null && 'validate' in checker) return matches(checker.validate, text);
  return true;
}
