import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reporters } from './index.ts';
import { context, everyReview } from './reviews.test-data.ts';

describe('the list of reporters', () => {
  test('names each file of the folder once', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !/\.test(?:-data)?\.ts$|^index\.ts$/.test(file));
    expect(reporters.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
  });

  test.for(reporters)('has $id end with a newline, twice the same, whatever the review', ({ render }) => {
    for (const review of Object.values(everyReview)) {
      const text = render(review, context);
      expect(text).toMatch(/\S\n$/);
      expect(render(structuredClone(review), context)).toBe(text);
    }
  });
});
