import { expect, test } from 'vitest';
import type { Finding } from '../compare/explain-changes.ts';
import { toldFindings } from './told-findings.ts';

const refusal = { instancePointer: '', schemaPointer: '/required', keyword: 'required', sentence: 'no' };

function finding(rule: string, path: string, more: Partial<Finding> = {}): Finding {
  const places = { beforePointer: undefined, afterPointer: '', path, places: [path] };
  return { rule, effect: 'narrows', sentence: `${rule} ${path}`, ...places, breaks: {}, ...more };
}

test('what breaks somebody comes first and wording last, each group as it was', () => {
  const breaks = { forward: { value: {}, refusal } };
  const told = toldFindings([
    finding('title-changed', 'sku', { effect: 'annotates' }),
    finding('property-added', 'note'),
    finding('enum-value-added', 'status', { breaks }),
    finding('property-added', 'gift'),
  ]);
  expect(told.map(({ path }) => path)).toEqual(['status', 'note', 'gift', 'sku']);
});

test('that a new property is required is said with it, and what it breaks as well; of an old one it stands alone', () => {
  const breaks = { backward: { value: {}, refusal } };
  const told = toldFindings([
    finding('required-property-added', 'old', { breaks }),
    finding('property-added', 'new'),
    finding('required-property-added', 'new', { breaks }),
  ]);
  expect(told).toEqual([
    finding('required-property-added', 'old', { breaks }),
    finding('property-added', 'new', { breaks }),
  ]);
});
