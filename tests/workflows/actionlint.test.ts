import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkflows } from './workflow.ts';

/** Go's own proxy and checksum database bring and verify it, so it needs no set-up but Go. */
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

/** The first run compiles it. */
const TIMEOUT = 600_000;

/** Without the linters of other languages, which not every machine has. */
function lint(files: readonly string[], input = ''): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr, error } = spawnSync(
    'go',
    ['run', ACTIONLINT, '-no-color', '-oneline', '-shellcheck=', '-pyflakes=', ...files],
    { cwd: join(import.meta.dirname, '..', '..'), encoding: 'utf8', input },
  );
  // What Go says of its downloads is nobody's fault.
  return { code: status, out: status === 0 ? stdout : (error?.message ?? `${stdout}${stderr}`) };
}

test('the workflows are valid', { timeout: TIMEOUT }, () => {
  const files = readWorkflows().map(({ file }) => join('.github', 'workflows', file));
  expect(lint(files)).toEqual({ code: 0, out: '' });
});

test('an invalid one is found', { timeout: TIMEOUT }, () => {
  const { code, out } = lint(['-'], 'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    setps: []\n');
  expect(code).toBe(1);
  expect(out).toContain('unexpected key "setps"');
});
