import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderRulesPage } from './rules-page.ts';

test('reference/comparison-rules.md is what the rules say', () => {
  const page = new URL('../../../reference/comparison-rules.md', import.meta.url);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(page, renderRulesPage());
  expect(readFileSync(page, 'utf8')).toBe(renderRulesPage());
});
