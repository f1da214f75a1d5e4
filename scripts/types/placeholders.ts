import { quoteText } from './quote-text.ts';

/**
 * Stands in for every text of the schema (names, values, comments) while json-schema-to-typescript works: so nothing
 * that a stranger wrote can trip the library or steer it. The texts come back afterwards.
 */
export interface Placeholders {
  readonly of: (text: string) => string;
  readonly ofKey: (propertyName: string) => string;
  readonly ofDoc: (lines: readonly string[]) => string;
  readonly optionalMark: string;
  readonly restore: (rendered: string) => string;
}

/** Characters that Unicode promises never to assign; escaped wherever a schema has them, so only we write them. */
const [OPEN, CLOSE, OPTIONAL] = ['\uFDD0', '\uFDD1', '\uFDD2'];

export function createPlaceholders(): Placeholders {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const of = (text: string): string => {
    const number = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, number);
    return `${OPEN}${number}${CLOSE}`;
  };
  return {
    of,
    ofKey: (propertyName) => of(quoteText(propertyName)),
    ofDoc: (lines) => of(lines.join('\n * ')),
    optionalMark: `${OPTIONAL}`,
    restore: (rendered) =>
      rendered
        .replaceAll(new RegExp(`,\\s*${OPTIONAL}`, 'gu'), '?')
        .replaceAll(
          new RegExp(`"?${OPEN}(\\d+)${CLOSE}"?`, 'gu'),
          (_match, number: string) => texts[Number(number)] ?? '',
        ),
  };
}
