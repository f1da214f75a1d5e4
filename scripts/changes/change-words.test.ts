import { expect, test } from 'vitest';
import type { DirectionVerdict } from '../compare/verdict.ts';
import { changeWords } from './change-words.ts';
import type { VersionChange } from './compare-versions.ts';

const refusal = { instancePointer: '', schemaPointer: '/type', keyword: 'type', sentence: 'no' };
const fine: DirectionVerdict = { verdict: 'compatible' };
const broken: DirectionVerdict = { verdict: 'breaking', witness: 1, refusal };
const unknown: DirectionVerdict = { verdict: 'unknown', reason: 'the search was given up' };

function change(backward: DirectionVerdict, forward: DirectionVerdict, more: Partial<VersionChange> = {}) {
  const same = { isSameDocument: false, isSameSet: false };
  const versions = { version: '2.0.0', previous: '1.0.0', mode: 'BACKWARD', policy: 'declared' } as const;
  return changeWords({ ...versions, ...same, bump: 'minor', backward, forward, findings: [], types: [], ...more });
}

test.each([
  [change(fine, fine, { isSameDocument: true, isSameSet: true }), /^The schema is the same as in 1\.0\.0\.$/],
  [change(fine, fine, { isSameSet: true }), /^It accepts the very same messages/],
  [change(fine, fine), /^Nothing breaks/],
  [change(fine, broken), /^Messages of 1\.0\.0 stay readable, but consumers that are still on 1\.0\.0 break\.$/],
  [change(broken, fine), /^Consumers on 1\.0\.0 can stay as they are, but messages of 1\.0\.0 break consumers on 2/],
  [change(broken, broken), /^It breaks both ways/],
  [change(broken, unknown), /^It needs a look/],
])('the summary weighs both directions: %#', ({ summary }, expected) => {
  expect(summary).toMatch(expected);
});

test('each direction names who reads and what', () => {
  const { backward, forward } = change(broken, unknown);
  expect(backward).toBe('Consumers on 2.0.0 refuse some messages of 1.0.0.');
  expect(forward).toBe(
    'Consumers that are still on 1.0.0 may refuse messages of 2.0.0; it is neither proved nor refuted: the search was given up.',
  );
});

test('a bump is advised where one is known', () => {
  expect(change(fine, fine, { bump: null }).bump).toBeUndefined();
  expect(change(fine, fine, { bump: 'none' }).bump).toBe('It needs no new version.');
  expect(change(broken, fine, { bump: 'major' }).bump).toBe('It needs at least a new major version.');
});
