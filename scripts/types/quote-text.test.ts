import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { quoteText } from './quote-text.ts';

test.each([
  'plain',
  'a "quote"',
  "it's",
  '`${x}`',
  '\n\u2028',
  '\u202E',
  '\uD800',
  '\u{E0041}',
  '👩‍🚀',
  '\u00A0',
  '*/',
  '\\',
])('%j as a literal keeps its value and shows all of its characters', (text) => {
  const quoted = quoteText(text);
  expect(quoted).toMatch(/^"[^\p{Cc}\p{Cf}\p{Cs}\u2028\u00A0]*"$/u);
  expect(runInNewContext(quoted)).toBe(text);
});
