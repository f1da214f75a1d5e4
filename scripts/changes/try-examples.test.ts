import { expect, test } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import { tryExamples, type ExampleVersion } from './try-examples.ts';

function version(name: string, bundled: JsonSchema, ...values: readonly JsonValue[]): ExampleVersion {
  return {
    version: name,
    schema: { file: 'schema.json', dialect: '2020-12', bundled, sources: ['schema.json'], origins: [] },
    examples: values.map((value, at) => ({ file: `events/OrderPlaced/examples/${at + 1}.json`, value })),
    published: 'sampled',
  };
}

test('each example is tried with each version, older and newer, and the first reason is told', () => {
  const matrix = tryExamples([
    version('1.0.0', { type: 'string' }, 'mug'),
    version('2.0.0', { type: ['string', 'integer'] }, 'mug', 7),
    version('3.0.0', { type: 'integer' }),
  ]);
  expect(matrix.versions).toEqual(['1.0.0', '2.0.0', '3.0.0']);
  expect(matrix.examples.map(({ version: of, name, accepted }) => [of, name, ...accepted])).toEqual([
    ['1.0.0', '1.json', '1.0.0', '2.0.0'],
    ['2.0.0', '1.json', '1.0.0', '2.0.0'],
    ['2.0.0', '2.json', '2.0.0', '3.0.0'],
    ['3.0.0', null, '1.0.0', '2.0.0'],
  ]);
  expect(matrix.examples[2]?.refused).toEqual([
    { version: '1.0.0', pointer: '', keyword: 'type', reason: 'the value must be a string, found 7' },
  ]);
});

test('of a long history the newest are tried', () => {
  const matrix = tryExamples(Array.from({ length: 45 }, (_none, at) => version(`1.${at}.0`, true, at)));
  expect([matrix.versions.length, matrix.versions[0], matrix.versions.at(-1)]).toEqual([40, '1.5.0', '1.44.0']);
});
