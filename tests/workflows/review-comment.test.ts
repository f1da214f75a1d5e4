import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Comment, Post } from './fake-gh.ts';
import { fakeGitHub, postsOf } from './fake-gh.ts';
import type { StepRun, Workspace } from './run-step.ts';
import { makeWorkspace, runStep } from './run-step.ts';
import { readStep } from './workflow.ts';

const MARKER = '<!-- event-catalog-review -->';
const SHA = 'a'.repeat(40);
const REVIEW = `${MARKER}\n## OutOfStock 0.0.5 breaks **Fulfillment**\n`;
const PULL = { head: { sha: SHA, repo: { id: 5 } } };
const step = readStep('review-comment.yml', 'Comment');

let workspace: Workspace;
let artifact = '';
beforeEach(() => {
  workspace = makeWorkspace();
  artifact = join(dirname(workspace.folder), 'artifact');
  mkdirSync(artifact);
  write('number', '12');
  write('review.md', REVIEW);
});
afterEach(() => rmSync(dirname(workspace.folder), { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(artifact, file), text);

const comment = (id: number, login: string, body: string): Comment => ({ id, user: { login }, body });

interface CommentRun extends StepRun {
  readonly posts: readonly Post[];
}

/** The step, for a run of commit `aaaa…` of the repository 5. */
function post(pull: unknown = PULL, ...comments: readonly Comment[]): CommentRun {
  const folder = fakeGitHub(workspace, { artifact, pull, comments });
  const run = runStep(step, workspace, {
    FAKE: folder,
    GH_TOKEN: 'none',
    GITHUB_REPOSITORY: 'shop/catalog',
    RUN: '77',
    HEAD_SHA: SHA,
    HEAD_REPOSITORY: '5',
  });
  return { ...run, posts: postsOf(folder) };
}

const CREATE = 'api --silent --method POST repos/shop/catalog/issues/12/comments -F body=@body.md';
const UPDATE = 'api --silent --method PATCH repos/shop/catalog/issues/comments/31 -F body=@body.md';

describe('one comment', () => {
  test('the first review is a new comment', () => {
    expect(post()).toEqual({ code: 0, out: '', posts: [{ call: CREATE, body: REVIEW.trim() }] });
  });

  test('the next one takes its place', () => {
    const ours = comment(31, 'github-actions[bot]', `${MARKER}\nwhat was found before`);
    const run = post(PULL, comment(30, 'github-actions[bot]', 'Thank you!'), ours);
    expect(run).toEqual({ code: 0, out: '', posts: [{ call: UPDATE, body: REVIEW.trim() }] });
  });

  test('where there are two of ours, the first is the one', () => {
    const ours = [31, 32].map((id) => comment(id, 'github-actions[bot]', MARKER));
    expect(post(PULL, ...ours).posts).toEqual([{ call: UPDATE, body: REVIEW.trim() }]);
  });

  test.each([
    ['somebody else’s, with our marker', comment(31, 'mallory', `${MARKER}\nAll is well.`)],
    ['ours, that quotes the marker', comment(31, 'github-actions[bot]', `> ${MARKER}`)],
  ])('%s is left alone', (_, other) => {
    expect(post(PULL, other).posts).toEqual([{ call: CREATE, body: REVIEW.trim() }]);
  });
});

describe('a hostile artifact', () => {
  test.each(['1; rm -rf ~', '$(touch pwned)', '', '0', '012', '-1', '1\n2', '1/../2', '١٢', '12 12'])(
    'cannot have the number %j',
    (text) => {
      write('number', text);
      const run = post();
      expect(run).toMatchObject({ code: 1, posts: [] });
      expect(run.out).toBe('::error::review/number is not the number of a pull request.\n');
      expect(existsSync(join(workspace.folder, 'pwned'))).toBe(false);
    },
  );

  test.each([
    ['another commit', { head: { sha: 'b'.repeat(40), repo: { id: 5 } } }],
    ['the same commit, in another repository', { head: { sha: SHA, repo: { id: 6 } } }],
    ['a repository that is gone', { head: { sha: SHA, repo: null } }],
    ['no head at all', {}],
  ])('cannot name a pull request of %s', (_, pull) => {
    const run = post(pull);
    expect(run).toMatchObject({ code: 1, posts: [] });
    expect(run.out).toBe('::error::The pull request has another head than the review.\n');
  });

  test.each(['All is well.', '', ` ${MARKER}`, '<!-- event-catalog -->'])('cannot have the body %j', (text) => {
    write('review.md', text);
    const run = post();
    expect(run).toMatchObject({ code: 1, posts: [] });
    expect(run.out).toBe('::error::review/review.md does not begin with the marker.\n');
  });

  test.each(['x', '🛒'])('is cut to what a comment may hold, in characters, not in bytes: %s', (character) => {
    write('review.md', MARKER + character.repeat(2_000_000));
    const [posted] = post().posts;
    expect([...(posted?.body ?? '')]).toHaveLength(60_000);
    expect(posted?.body.replaceAll(character, '')).toBe(MARKER);
  });

  test('is not run', () => {
    const text = `${MARKER}\n$(touch pwned) \`touch pwned\` "; touch pwned; @body.md\n::error::not a command`;
    write('review.md', text);
    expect(post()).toEqual({ code: 0, out: '', posts: [{ call: CREATE, body: text }] });
    expect(existsSync(join(workspace.folder, 'pwned'))).toBe(false);
  });

  test.each(['number', 'review.md'])('cannot show a file of the runner by a link, or a folder, as its %s', (file) => {
    const secret = join(workspace.commands, 'secret');
    writeFileSync(secret, file === 'number' ? '12' : REVIEW);
    for (const make of [symlinkSync.bind(undefined, secret), mkdirSync, () => {}]) {
      rmSync(join(artifact, file), { recursive: true, force: true });
      rmSync(join(workspace.folder, 'review'), { recursive: true, force: true });
      make(join(artifact, file));
      const run = post();
      expect(run).toMatchObject({ code: 1, posts: [] });
      expect(run.out).toBe(`::error::The artifact has no file review/${file}.\n`);
    }
  });
});
