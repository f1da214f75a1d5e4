import type { JsonValue } from '../../model/json.ts';
import { cutText, preview } from '../../schema/preview.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import { compareLimits } from './merge-limits.ts';
import type { Limit, LimitName } from './merged-schema.ts';

/** A name as a sentence shows it: in backticks, or, where that would mislead, as JSON writes it. Cut at 60 characters. */
export function quoteName(name: string): string {
  return /^[^`\s"\\]+$/u.test(name) ? `\`${cutText(name)}\`` : quoteText(name);
}

/** A text as JSON writes it, cut inside of its quotes. */
export function quoteText(text: string): string {
  return JSON.stringify(cutText(text));
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listAll(items: readonly string[], limit = 6, word: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  if (items.length > limit) return `${items.slice(0, limit - 1).join(', ')} ${word} ${items.length - limit + 1} more`;
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

export function listNames(names: readonly string[]): string {
  return listAll(names.map(quoteName));
}

/** A list or an object is shown whole where it is short: two of them must not look the same. */
export function quoteValue(value: JsonValue): string {
  if (typeof value === 'string') return quoteText(value);
  if (value === null || typeof value !== 'object') return preview(value);
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${preview(value)} (${cutText(text)})`;
}

export function listValues(values: readonly JsonValue[], word: 'and' | 'or' = 'or'): string {
  return listAll(values.map(quoteValue), 6, word);
}

/** `a string or null`. */
export function typeNames(types: readonly JsonType[], word: 'and' | 'or' = 'or'): string {
  return listAll(types.map(typeName), 7, word);
}

function typeName(type: JsonType): string {
  if (type === 'null') return 'null';
  if (type === 'array') return 'a list';
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

const units: Readonly<Record<LimitName, readonly [string, string]>> = {
  minimum: ['', ''],
  maximum: ['', ''],
  minLength: [' character', ' characters'],
  maxLength: [' character', ' characters'],
  minItems: [' item', ' items'],
  maxItems: [' item', ' items'],
  minProperties: [' property', ' properties'],
  maxProperties: [' property', ' properties'],
};

function amount(name: LimitName, { value }: Limit): string {
  return `${value}${units[name][value === 1 ? 0 : 1]}`;
}

function verb(name: LimitName): string {
  return name === 'minimum' || name === 'maximum' ? 'be' : 'have';
}

function isLower(name: LimitName): boolean {
  return name.startsWith('min');
}

/** `be at least 3`, `be less than 10`, `have at most 5 items`. */
export function limitPhrase(name: LimitName, limit: Limit): string {
  const [above, from] = isLower(name) ? ['greater than', 'at least'] : ['less than', 'at most'];
  return `${verb(name)} ${limit.isExclusive ? above : from} ${amount(name, limit)}`;
}

/** What a limit refuses: `be less than 3`, `have more than 5 items`, `be empty`. */
export function beyondPhrase(name: LimitName, limit: Limit): string {
  if (verb(name) === 'have' && isLower(name) && limit.value === 1) return 'be empty';
  if (verb(name) === 'have') return `have ${isLower(name) ? 'fewer' : 'more'} than ${amount(name, limit)}`;
  const less = isLower(name) ? 'less' : 'more';
  return limit.isExclusive ? `be ${limit.value} or ${less}` : `be ${less} than ${limit.value}`;
}

/** How far a loosened limit lets values go: `be as low as 3`, `have as many as 5 items`. */
export function reachPhrase(name: LimitName, limit: Limit): string {
  if (verb(name) === 'have') return `have as ${isLower(name) ? 'few' : 'many'} as ${amount(name, limit)}`;
  if (limit.isExclusive) return `be anything ${isLower(name) ? 'above' : 'below'} ${limit.value}`;
  return `be as ${isLower(name) ? 'low' : 'high'} as ${limit.value}`;
}

/** The old limit in brackets: the bare number, unless only the edge moved. */
export function formerLimit(name: LimitName, before: Limit, after: Limit): string {
  const isSameKind = before.isExclusive === after.isExclusive && compareLimits(name, before, after) !== 'same';
  return isSameKind ? String(before.value) : limitPhrase(name, before).replace(/^\w+ /, '');
}
