import type { JsonObject } from '../model/json.ts';
import { hasFormat } from './formats.ts';
import type { NameHint } from './name-hints.ts';
import { compilePattern } from './regular-expression.ts';
import { textsForPattern } from './sample-pattern.ts';
import { numbersOf, textsOf } from './schema-facts.ts';

const longestText = 100_000;

/** Texts by format; each later one of a row differs from those before it. */
const textsByFormat: Readonly<Record<string, (count: number, hint: string) => string>> = {
  'date-time': (count) => `2025-01-15T09:30:${twoDigits(count)}Z`,
  date: (count) => `2025-01-${twoDigits(15 + (count % 14))}`,
  time: (count) => `09:30:${twoDigits(count)}Z`,
  duration: (count) => `P${count + 1}D`,
  email: (count) => `ada${count === 0 ? '' : count + 1}@example.com`,
  'idn-email': (count) => `ada${count === 0 ? '' : count + 1}@example.com`,
  hostname: (count) => `${count === 0 ? '' : `host${count + 1}.`}example.com`,
  'idn-hostname': (count) => `${count === 0 ? '' : `host${count + 1}.`}example.com`,
  ipv4: (count) => `192.0.2.${count + 1}`,
  ipv6: (count) => `2001:db8::${count + 1}`,
  uri: (count) => `https://example.com/${count === 0 ? '' : count + 1}`,
  url: (count) => `https://example.com/${count === 0 ? '' : count + 1}`,
  iri: (count) => `https://example.com/${count === 0 ? '' : count + 1}`,
  'uri-reference': (count) => `/orders/${count + 1}`,
  'iri-reference': (count) => `/orders/${count + 1}`,
  'uri-template': (count) => `https://example.com/orders/${count + 1}/{item}`,
  uuid: (count, hint) => `${hexOf(hint)}-9d4a-4e6f-8a7b-1c2d3e4f5a${twoDigits(count)}`,
  'json-pointer': (count) => `/items/${count}`,
  'relative-json-pointer': (count) => `${count}/items`,
  regex: (count) => `^[A-Z]{${count + 1}}$`,
};

/** Texts that fit the length, patterns and formats of all schemas, the most readable first. Finite. */
export function* textsFor(schemas: readonly JsonObject[], hint: NameHint): Generator<string> {
  const least = Math.max(0, ...numbersOf(schemas, 'minLength'));
  const most = Math.min(Infinity, ...numbersOf(schemas, 'maxLength'));
  const patterns = textsOf(schemas, 'pattern').flatMap(expressionOf);
  const formats = textsOf(schemas, 'format');
  const seen = new Set<string>();
  if (least > longestText) return;
  for (const text of proposals(formats, patterns, hint, least, most)) {
    if (seen.has(text)) continue;
    seen.add(text);
    const length = [...text].length;
    if (length < least || length > most || !text.isWellFormed()) continue;
    if (patterns.every((pattern) => pattern.test(text)) && formats.every((format) => hasFormat(text, format)))
      yield text;
  }
}

function* proposals(
  formats: readonly string[],
  patterns: readonly RegExp[],
  hint: NameHint,
  least: number,
  most: number,
): Generator<string> {
  const makers = formats.flatMap((format) => {
    const maker = Object.hasOwn(textsByFormat, format) ? textsByFormat[format] : undefined;
    return maker === undefined ? [] : [maker];
  });
  for (let count = 0; count < 20; count++) yield* makers.map((make) => make(count, hint.text));
  if (makers.length > 0) yield* longerForFormat(least);
  yield* fitted(hint.text, least, most);
  for (const pattern of patterns) yield* textsForPattern(pattern.source, least).filter((text) => text !== '');
  yield* joined(patterns);
  for (let count = 2; count < 100; count++) {
    yield* fitted(`${hint.text}-${count}`, least, most);
    yield String(count).padStart(Math.min(least, 1000), '0');
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789')
    yield letter.repeat(Math.max(1, Math.min(least, longestText)));
  yield '';
}

/** Patterns about different parts of a text often fit one after the other: `^SKU` and `\d$`. */
function* joined(patterns: readonly RegExp[]): Generator<string> {
  if (patterns.length < 2 || patterns.length > 4) return;
  const parts = patterns.map(({ source }) => [...textsForPattern(source, 0).take(4)]);
  for (const order of [parts, parts.toReversed()]) {
    yield* order.reduce((texts, next) => texts.flatMap((text) => next.map((part) => text + part)), ['']);
  }
}

/** A text made as long as it has to be by saying it again, or cut. */
function* fitted(text: string, least: number, most: number): Generator<string> {
  if (text.length > most) yield text.slice(0, most);
  else if (text.length < least)
    yield `${text} `
      .repeat(Math.ceil(least / (text.length + 1)))
      .slice(0, least)
      .replace(/ $/, '.');
  else yield text;
}

function* longerForFormat(least: number): Generator<string> {
  const filler = 'a'.repeat(Math.max(1, Math.min(least, longestText)));
  yield* ['a@b.co', 'http://a.co', 'a:/', 'a.co', 'a', '/', '::1', '1.1.1.1', 'PT1S', '2025-01-15T09:30:00.000Z'];
  yield* [
    '2025-01-15T09:30:00+01:00',
    '2025-01-15t09:30:00.123456Z',
    'P1Y2M3DT4H5M6S',
    '2001:0db8:0000:0000:0000:0000:0000:0001',
  ];
  yield* [
    `${filler}@example.com`,
    `https://example.com/${filler}`,
    `/${filler}`,
    `${filler.slice(0, 60)}.example.com`,
    filler,
  ];
  yield* [`ada@${`${'a'.repeat(60)}.`.repeat(Math.min(60, Math.ceil(least / 61)))}com`, `urn:${filler}`];
}

/** Eight digits for a name (FNV-1a), so that an order's id and a customer's differ, and are the same in all messages. */
function hexOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function twoDigits(value: number): string {
  return String(value % 60).padStart(2, '0');
}

function expressionOf(pattern: string): readonly RegExp[] {
  try {
    return [compilePattern(pattern)];
  } catch {
    return [];
  }
}
