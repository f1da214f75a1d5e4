import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { json } from './json.ts';
import { context, everyReview, mixed, oneBreaks, oneWidens } from './reviews.test-data.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'reference', 'review.schema.json');
const schema = JSON.parse(readFileSync(file, 'utf8'));
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

const dataOf = (review: Review) => JSON.parse(json.render(review, context));

describe('the review as JSON', () => {
  test.for(Object.entries(everyReview))('is as its schema has it: %s', ([, review]) => {
    validate(dataOf(review));
    expect(validate.errors).toBeNull();
  });

  test('holds everything: what is undefined is left out, and nothing else', () => {
    const data = dataOf(mixed);
    expect(data.version).toBe(1);
    expect(data.diagnostics).toEqual(mixed.diagnostics);
    expect(data.notes).toEqual(mixed.notes);
    const [first] = oneWidens.messages;
    const { changes, ...message } = dataOf(oneWidens).messages[0];
    expect({ ...message, changes: [] }).toEqual({ ...first, changes: [] });
    const { findings, ...change } = changes[0];
    expect({ ...change, findings: [] }).toEqual({ ...first?.changes[0], findings: [] });
    expect(findings[0]).toMatchObject({
      rule: 'enum-value-added',
      after: { pointer: '/properties/adjustment_reason', file: 'events/OutOfStock/schema.json', line: 34, column: 5 },
      breaks: { forward: { refusal: { keyword: 'required' } } },
    });
  });

  test('of another form is refused: a member that nobody knows, one that is missing, another version', () => {
    const data = dataOf(oneBreaks);
    expect(validate({ ...data, clock: 'noon' })).toBe(false);
    expect(validate({ ...data, version: 2 })).toBe(false);
    expect(validate({ ...data, messages: [{ ...data.messages[0], problems: undefined }] })).toBe(false);
    expect(validate({ ...data, messages: [{ ...data.messages[0], fate: 'lost' }] })).toBe(false);
  });

  test('has every object of the schema closed', () => {
    const objects = [...JSON.stringify(schema).matchAll(/"type":"object"/g)].length;
    const closed = [...JSON.stringify(schema).matchAll(/"additionalProperties":false/g)].length;
    expect(closed).toBe(objects);
  });
});
