import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonSchema, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { compileValidator } from '../../schema/validate.ts';
import { findChanges } from '../findings/find-changes.ts';
import { walkPairs } from '../findings/walk-pairs.ts';
import type { ComparisonRule, Effect, RuleExample } from '../rule.ts';
import { comparisonRules } from './index.ts';

type Pair = Pick<RuleExample, 'before' | 'after' | 'beforeDialect' | 'afterDialect'>;

const rules: readonly ComparisonRule[] = comparisonRules;

test('the list has every file of the folder', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(rules.map(({ id }) => id)).toEqual(files.sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.map((example) => [example.effect, example] as const))('speaks: %s', (effect, example) => {
    expect(foundIn(example).map((change) => [change.rule, change.effect])).toEqual([[id, effect]]);
    expectWitnesses(example);
  });

  test('has an example for each effect', () => {
    expect(new Set(rule.examples.map(({ effect }) => effect))).toEqual(new Set(rule.effects));
  });

  test.each(rule.nearMisses.map((miss) => [miss.why, miss] as const))('is silent: %s', (_why, miss) => {
    expect(foundIn(miss).map((change) => change.rule)).not.toContain(id);
  });

  test('has a mirror that speaks when before and after are swapped', () => {
    if (typeof rule.mirror !== 'string') return expect(rule.mirror.waiver).toMatch(/\w+ .+\.$/);
    const twin = rules.find((other) => other.id === rule.mirror);
    expect(twin?.mirror).toBe(id);
    for (const example of rule.examples) {
      const found = foundIn(swapped(example));
      expect(found.map((change) => [change.rule, change.effect])).toEqual([[rule.mirror, opposite(example.effect)]]);
    }
  });

  test('says a whole sentence on one line, and undoes it by keywords', () => {
    for (const example of rule.examples) {
      const [change] = foundIn(example);
      expect(change?.sentence).toMatch(/^[A-Z`"][^\n]+\.$/);
    }
    expect(rule.summary).toMatch(/^[A-Z].+\.$/);
  });
});

interface Context {
  readonly name: string;
  readonly wrap: (schema: JsonSchema) => JsonSchema;
  readonly path: string;
  readonly swaps?: true;
}

const contexts: readonly Context[] = [
  { name: 'a property', wrap: (schema) => ({ properties: { x: schema } }), path: 'x' },
  { name: 'an item', wrap: (schema) => ({ type: 'array', items: schema }), path: '[]' },
  { name: 'a value of a map', wrap: (schema) => ({ additionalProperties: schema }), path: '*' },
  { name: 'a property by pattern', wrap: (schema) => ({ patternProperties: { '^x': schema } }), path: '*' },
  {
    name: 'a definition',
    wrap: (schema) => ({ properties: { x: { $ref: '#/$defs/d' } }, $defs: { d: schema } }),
    path: 'x',
  },
  { name: 'a part', wrap: (schema) => ({ allOf: [{ minProperties: 1 }, { properties: { x: schema } }] }), path: 'x' },
  {
    name: 'a consequence',
    wrap: (schema) => ({ if: { required: ['x'] }, then: { properties: { x: schema } } }),
    path: 'x',
  },
  { name: 'a dependency', wrap: (schema) => ({ dependentSchemas: { x: { properties: { x: schema } } } }), path: 'x' },
  {
    name: 'an exclusion',
    wrap: (schema) => ({ not: { properties: { x: schema }, required: ['x'] } }),
    path: 'x',
    swaps: true,
  },
  {
    name: 'a variant',
    wrap: (schema) => ({
      anyOf: [
        { title: 'Parcel', required: ['x'], properties: { x: schema } },
        { title: 'Letter', required: ['a'] },
      ],
    }),
    path: 'x',
  },
];

const wrappable = rules
  .flatMap(({ id, examples }) => examples.map((example) => ({ id, example })))
  .filter(({ example }) => typeof example.before !== 'boolean' && typeof example.after !== 'boolean')
  .filter(({ example }) => example.beforeDialect === undefined);

test.each(contexts)('rules speak where their pair is $name', ({ wrap, path, swaps }) => {
  for (const { id, example } of wrappable) {
    const found = foundIn({ before: wrap(example.before), after: wrap(example.after) });
    const told = found.map((change) => [change.rule, change.effect, change.path.startsWith(path)]);
    expect(told, JSON.stringify(example)).toEqual([
      [id, swaps === true ? opposite(example.effect) : example.effect, true],
    ]);
  }
});

test('a rule looks at its own pair only', () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      const [top] = walkPairs(...documentsOf(example), true).nodes;
      expect(top === undefined ? [] : rule.check(top.pair)).toHaveLength(1);
    }
  }
});

function foundIn(pair: Pair): ReturnType<typeof findChanges> {
  return findChanges(...documentsOf(pair)).filter(({ rule }) => rule !== 'refactored');
}

function documentsOf({ before, after, beforeDialect = '2020-12', afterDialect = '2020-12' }: Pair) {
  return [
    { schema: before, dialect: beforeDialect },
    { schema: after, dialect: afterDialect },
  ] as const;
}

function expectWitnesses({ effect, lost, gained, ...pair }: RuleExample): void {
  const [before, after] = documentsOf(pair);
  const accepted = (value: JsonValue): readonly boolean[] => [
    accepts(before.schema, before.dialect, value),
    accepts(after.schema, after.dialect, value),
  ];
  const isOpen = JSON.stringify(pair).includes('https://shop.example/order');
  if (isOpen || effect === 'annotates') return expect([lost, gained]).toEqual([undefined, undefined]);
  expect([lost === undefined, gained === undefined]).toEqual([effect === 'widens', effect === 'narrows']);
  if (effect !== 'widens') expect([lost, ...accepted(lost ?? null)]).toEqual([lost, true, false]);
  if (effect !== 'narrows') expect([gained, ...accepted(gained ?? null)]).toEqual([gained, false, true]);
}

function accepts(schema: JsonSchema, dialect: Dialect, value: JsonValue): boolean {
  return compileValidator(schema, dialect).faults(value).length === 0;
}

function swapped({ before, after, beforeDialect, afterDialect }: RuleExample): Pair {
  return {
    before: after,
    after: before,
    ...(afterDialect === undefined ? {} : { beforeDialect: afterDialect }),
    ...(beforeDialect === undefined ? {} : { afterDialect: beforeDialect }),
  };
}

function opposite(effect: Effect): Effect {
  if (effect === 'narrows') return 'widens';
  return effect === 'widens' ? 'narrows' : effect;
}
