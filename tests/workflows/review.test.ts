import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepRun, Workspace } from './run-step.ts';
import { makeWorkspace, runStep, writeCommand } from './run-step.ts';
import { readStep, readWorkflow } from './workflow.ts';

const MARKER = '<!-- event-catalog-review -->';
const step = readStep('review.yml', 'Review');

let workspace: Workspace;
beforeEach(() => {
  workspace = makeWorkspace();
});
afterEach(() => rmSync(dirname(workspace.folder), { recursive: true }));

/** The step, with a `node` that notes what it is asked, and then does this. */
function review(does: string): StepRun {
  writeCommand(workspace, 'node', `#!/usr/bin/env bash\nprintf '%s\\n' "$@" > arguments\n${does}\n`);
  return runStep(step, workspace, {
    BASE: 'b'.repeat(40),
    HEAD: 'c'.repeat(40),
    NUMBER: '12',
    GITHUB_STEP_SUMMARY: join(workspace.folder, 'summary'),
  });
}

const read = (file: string) => readFileSync(join(workspace.folder, file), 'utf8');

test('asks once for everything, from base to head', () => {
  const run = review(`echo '::error::OutOfStock breaks Fulfillment'; echo '${MARKER} fine' > review/review.md`);
  expect(run).toEqual({ code: 0, out: '::error::OutOfStock breaks Fulfillment\n' });
  const asked = `scripts/cli.ts review --base ${'b'.repeat(40)} --head ${'c'.repeat(40)} --format github`;
  const written = [
    '--write markdown=review/review.md --write html=review/review.html',
    '--write sarif=review/review.sarif --write json=review/review.json',
  ];
  expect(read('arguments').trim().split('\n').join(' ')).toBe([asked, ...written].join(' '));
  expect(read('review/number')).toBe('12');
  expect(read('summary')).toBe(`${MARKER} fine\n`);
});

test.each([1, 2])('ends with the exit code of the command: %i', (code) => {
  const run = review(`echo '${MARKER} broken' > review/review.md; exit ${code}`);
  expect(run.code).toBe(code);
  expect(read('summary')).toBe(`${MARKER} broken\n`);
});

test('says so where the review could not run, in the place of the comment of before', () => {
  expect(review('exit 2').code).toBe(2);
  expect(read('review/review.md')).toBe(`${MARKER}\nThe review could not run; its log says why.\n`);
  expect(read('summary')).toBe(read('review/review.md'));
});

test('a huge review is cut to what a summary may hold, and kept whole', () => {
  expect(review(`printf '%s' '${MARKER}' > review/review.md; head -c 3000000 /dev/zero >> review/review.md`).code).toBe(
    0,
  );
  expect(statSync(join(workspace.folder, 'summary')).size).toBe(1_000_000);
  expect(statSync(join(workspace.folder, 'review/review.md')).size).toBeGreaterThan(3_000_000);
});

describe('around the step', () => {
  const { steps } = readWorkflow('review.yml');

  test('git’s whole history is there', () => {
    expect(steps[0]).toMatchObject({ with: { 'fetch-depth': 0, 'persist-credentials': false } });
  });

  test('what was found is kept even if the step failed', () => {
    expect(steps.at(-1)).toMatchObject({ if: '${{ !cancelled() }}', with: { name: 'review', path: 'review/' } });
  });

  test('the comment is found by the line that the reporter writes first', () => {
    const reporter = readFileSync(join(import.meta.dirname, '../../scripts/report/reporters/markdown.ts'), 'utf8');
    for (const text of [reporter, step.run, readStep('review-comment.yml', 'Comment').run])
      expect(text).toContain(MARKER);
  });
});
