import { expect, test } from 'vitest';
import type { Dialect } from '../model/message.ts';
import { readPlace } from './read-place.ts';

test.each<Dialect>(['draft-04', 'draft-07', '2019-09', '2020-12'])('references in a circle end, in %s', (dialect) => {
  const schema = {
    $ref: '#/definitions/a',
    definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
  };
  expect(readPlace([schema], { schema, dialect }).choices).toEqual([]);
});
