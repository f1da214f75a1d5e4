import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCheckers, hasFormat } from '../../schema/formats.ts';
import { formatFacts } from './format-facts.ts';

const facts = Object.entries(formatFacts);
const samples = facts.flatMap(([, { samples: own }]) => own);
const characters = [...'0123456789abfPTtZzuYM:-.@/#%?+ {}~_^$\n\u00e9', '\ud83d\ude00', 'urn:uuid:', '00', '::', '-0'];

/** Samples of all formats, with some characters more, less or others. */
const texts = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom(...characters)), { maxLength: 4 }),
  )
  .map(([sample, edits]) =>
    edits.reduce((text, [at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed), sample),
  );

it('something is known of each format that is asserted', () => {
  expect(facts.map(([name]) => name).toSorted()).toEqual(Object.keys(formatCheckers).toSorted());
});

describe.each(facts)('%s', (format, { outer, inner, within, samples: own, stretch }) => {
  it('has its samples', () => {
    expect(own.filter((text) => !hasFormat(text, format))).toEqual([]);
    expect(own.length).toBeGreaterThan(1);
  });

  it('lies between its patterns, and within other formats', () => {
    const [around, inside] = [new RegExp(outer ?? '', 'u'), inner === undefined ? undefined : new RegExp(inner, 'u')];
    fc.assert(
      fc.property(texts, (text) => {
        const isOfFormat = hasFormat(text, format);
        if (isOfFormat) expect(text).toMatch(around);
        if (isOfFormat) expect(within.filter((wider) => !hasFormat(text, wider))).toEqual([]);
        if (inside?.test(text) === true) expect(isOfFormat).toBe(true);
      }),
      { seed: 20_261_124, numRuns: 4000 },
    );
  });

  if (stretch === undefined) return;
  it('is made as long as is asked for', () => {
    for (const length of [30, 70, 130, 240]) {
      const text = stretch(length);
      expect([text.length, hasFormat(text, format)]).toEqual([length, true]);
    }
  });
});
