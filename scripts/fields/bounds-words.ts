import { ownValue, type JsonObject } from '../model/json.ts';

type Say = (value: string) => string;

/** Keyword to words; numbers as the schema has them. */
const WORDS: readonly (readonly [keyword: string, say: Say])[] = [
  ['minimum', (least) => `${least} or more`],
  ['exclusiveMinimum', (least) => `more than ${least}`],
  ['maximum', (most) => `${most} or less`],
  ['exclusiveMaximum', (most) => `less than ${most}`],
  ['multipleOf', (step) => `in steps of ${step}`],
  ['minLength', (least) => (least === '1' ? 'not empty' : `${least} characters or more`)],
  ['maxLength', (most) => `${most} characters at most`],
  ['pattern', (pattern) => `matches ${pattern}`],
  ['minItems', (least) => (least === '1' ? 'not empty' : `${least} items or more`)],
  ['maxItems', (most) => `${most} items at most`],
  ['minProperties', (least) => `${least} names or more`],
  ['maxProperties', (most) => `${most} names at most`],
];

/** What a value has to keep to beside its type. Each part of a schema says its own. */
export function boundsWords(parts: readonly JsonObject[]): readonly string[] {
  const bounds = WORDS.flatMap(([keyword, say]) =>
    parts.flatMap((part) => {
      const value = ownValue(part, keyword);
      // In draft-04 an exclusive bound is a boolean beside the bound.
      return typeof value === 'number' || typeof value === 'string' ? [say(String(value))] : [];
    }),
  );
  const isUnique = parts.some((part) => ownValue(part, 'uniqueItems') === true);
  return [...new Set([...bounds, ...(isUnique ? ['no item twice'] : [])])];
}
