import { expect, test } from 'vitest';
import { diffTypes } from './diff-types.ts';

const types = (version: string, ...fields: readonly string[]) =>
  `// OrderPlaced@${version}: Order placed\n// Generated; do not edit.\n\nexport interface OrderPlaced {\n${fields.map((field) => `  ${field};\n`).join('')}}\n`;

test('the header, which names the version, is no difference', () => {
  expect(diffTypes(types('1.0.0', 'order_id: string'), types('2.0.0', 'order_id: string'))).toEqual([]);
});

test('places that are far from each other stand apart, each with three lines around it', () => {
  const fields = Array.from({ length: 20 }, (_none, at) => `field_${at}: string`);
  const hunks = diffTypes(types('1', ...fields), types('2', 'first: number', ...fields.with(19, 'last: number')));
  expect(hunks).toEqual([
    {
      before: 1,
      after: 1,
      lines: [
        ' export interface OrderPlaced {',
        '+  first: number;',
        '   field_0: string;',
        '   field_1: string;',
        '   field_2: string;',
      ],
    },
    {
      before: 18,
      after: 19,
      lines: [
        '   field_16: string;',
        '   field_17: string;',
        '   field_18: string;',
        '-  field_19: string;',
        '+  last: number;',
        ' }',
      ],
    },
  ]);
});

test('types with next to nothing in common have no diff', () => {
  const fields = (name: string) => Array.from({ length: 1_500 }, (_none, at) => `${name}_${at}: string`);
  expect(diffTypes(types('1', ...fields('old')), types('2', ...fields('new')))).toBeNull();
});
