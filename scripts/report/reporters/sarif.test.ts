import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { context, everyReview, hostile, oneBreaks, waived } from './reviews.test-data.ts';
import { sarif } from './sarif.ts';

const require = createRequire(import.meta.url);
const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const schema = JSON.parse(readFileSync(file, 'utf8'));
// Ajv alone knows no formats, and one pattern of the schema is none in the mode for Unicode.
const validate = new Ajv.default({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

const runOf = (review: Review, prefix = '') => JSON.parse(sarif.render(review, { ...context, prefix })).runs[0];

describe('the review as SARIF', () => {
  test.for(Object.entries(everyReview))('is valid: %s', ([, review]) => {
    validate(JSON.parse(sarif.render(review, context)));
    expect(validate.errors).toBeNull();
  });

  test('has a schema that would notice', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test.for(Object.entries(everyReview))('explains each rule that a result names: %s', ([, review]) => {
    const { results, tool } = runOf(review);
    const { rules } = tool.driver;
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
    for (const rule of rules) expect(rule.help.text).toMatch(/\w.*[.!]$/);
    const ids = rules.map(({ id }: { readonly id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has places as encoded addresses from the top of the repository', () => {
    const [first] = runOf(oneBreaks, 'catalogs/shop 1/').results;
    expect(first).toMatchObject({ ruleId: 'breaks-under-mode', level: 'error' });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'catalogs/shop%201/events/OutOfStock/schema.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 41, startColumn: 5 },
    });
    for (const { locations } of runOf(hostile).results)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w.!~*'()/-]|%[0-9A-F]{2})+$/);
  });

  test('has no link in a message', () => {
    for (const { message } of runOf(hostile).results) expect(message.text).not.toMatch(/(?<!\\)[[\]]/);
  });

  test('suppresses what is waived', () => {
    const [first] = runOf(waived).results.filter((result: { readonly suppressions?: unknown }) => result.suppressions);
    expect(first).toMatchObject({
      ruleId: 'breaks-under-mode',
      level: 'note',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'All consumers moved last week.' }],
    });
  });

  test('knows a result again when it moved, and tells any two apart', () => {
    const printsOf = (review: Review): readonly string[] =>
      runOf(review).results.map((result: { readonly partialFingerprints: object }) =>
        Object.values(result.partialFingerprints).join(),
      );
    const messages = oneBreaks.messages.map((message) => ({
      ...message,
      problems: message.problems.map((problem) => ({ ...problem, line: 77 })),
    }));
    expect(printsOf({ ...oneBreaks, messages })).toEqual(printsOf(oneBreaks));
    for (const review of Object.values(everyReview)) {
      const prints = printsOf(review);
      expect(new Set(prints).size).toBe(prints.length);
    }
  });
});
