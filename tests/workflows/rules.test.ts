import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Permissions } from './workflow.ts';
import { readWorkflow, readWorkflows } from './workflow.ts';

/** What each job's token may do. A new job, or a new permission, has to be written here too. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, Permissions>>>> = {
  'ci.yml': { test: { contents: 'read' } },
  'publish.yml': { build: { contents: 'read', pages: 'read' }, deploy: { pages: 'write', 'id-token': 'write' } },
  'review-comment.yml': { comment: { actions: 'read', 'pull-requests': 'write' } },
  'review.yml': { review: { contents: 'read' } },
};

/** A tag can be moved to other code, a commit cannot; the version is for people, and for bots that raise it. */
const PIN = /^\s+(?:- )?uses: [\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

const files = readWorkflows();

test('these are all the workflows', () => {
  expect(files.map(({ file }) => file)).toEqual(Object.keys(PERMISSIONS));
});

describe.each(files)('$file', ({ file, text, workflow, steps }) => {
  test('pins every action to a commit, and says its version', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.filter((line) => !PIN.test(line))).toEqual([]);
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
  });

  test('gives a permission to the job that needs it, and to no other', () => {
    expect(workflow.permissions).toEqual({});
    const permissions = Object.entries(workflow.jobs).map(([id, job]) => [id, job.permissions]);
    expect(Object.fromEntries(permissions)).toEqual(PERMISSIONS[file]);
  });

  test('never runs a stranger’s branch with the rights of this one, and knows no secret', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(text).not.toMatch(/\bsecrets\s*[.[:]/);
  });

  test('has no expression in a script: a title or a branch’s name could be a command', () => {
    const scripts = steps.flatMap((step) => [step.run, step.with?.['script']]);
    expect(scripts.filter((script) => String(script).includes('${{'))).toEqual([]);
  });

  test('leaves no token behind in a checkout', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('ends every job that hangs', () => {
    const minutes = Object.values(workflow.jobs).map((job) => job['timeout-minutes'] ?? Number.NaN);
    expect(minutes.filter((limit) => !(limit > 0 && limit <= 90))).toEqual([]);
  });

  test('runs the Node that the catalog runs on', () => {
    const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const versions = steps
      .filter((step) => step.uses?.startsWith('actions/setup-node@') === true)
      .map((step) => String(step.with?.['node-version']));
    expect(versions.filter((version) => version !== String(dependencies.node).split('.')[0])).toEqual([]);
  });
});

test('CI runs what a developer runs', () => {
  const { workflow, steps } = readWorkflow('ci.yml');
  expect(workflow.on).toEqual({ pull_request: null, push: { branches: ['main'] } });
  expect(steps.at(-1)?.run).toBe('.ci/run');
});

describe('the workflow that may write on a pull request', () => {
  const { text, workflow, steps } = readWorkflow('review-comment.yml');

  test('follows the review, by its name', () => {
    const name = readWorkflow('review.yml').workflow.name;
    expect(workflow.on).toEqual({ workflow_run: { workflows: [name], types: ['completed'] } });
  });

  test('fetches and runs nothing of the branch: no action, no git, no npm, no Node', () => {
    expect(steps.filter((step) => step.uses !== undefined)).toEqual([]);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.run).not.toMatch(/\b(?:git|npm|npx|node|checkout|clone|eval|source|sh|bash)\b/);
    expect(text).not.toContain('actions/checkout');
  });
});

test('only what is on main gets published, after it was built', () => {
  const { workflow } = readWorkflow('publish.yml');
  expect(workflow.on).toEqual({ push: { branches: ['main'] }, workflow_dispatch: null });
  expect(workflow.jobs['deploy']).toMatchObject({
    needs: 'build',
    if: "github.ref == 'refs/heads/main'",
    environment: { name: 'github-pages' },
  });
});
