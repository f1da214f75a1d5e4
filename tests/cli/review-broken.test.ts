import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRepository, type Files, type ReviewRepository } from './review-repository.ts';
import { messageIn, refusalOf, reviewBranch } from './review-run.ts';
import { newOrder, orderSchema, shop } from './review-shop.ts';

let repository: ReviewRepository;
beforeAll(() => {
  repository = buildRepository(shop);
});
afterAll(() => repository.remove());

/** Beside each fault stands a sound change, which has to be reviewed all the same. */
const sound = newOrder('1.1.0', orderSchema({ note: { type: 'string' } }));

async function faultsOf(branch: string, files: Files): Promise<readonly string[]> {
  repository.propose(branch, { ...sound, ...files });
  const { code, review } = await reviewBranch(repository.folder, branch);
  expect(code).toBe(1);
  expect(messageIn(review, 'OrderPlaced').changes[0]).toMatchObject({ isSafe: true });
  expect(review.messages.flatMap(({ problems }) => problems)).toEqual([]);
  return review.diagnostics.map(({ code: fault, file, line }) => `${fault} ${file}:${line ?? ''}`);
}

const stock = 'events/OutOfStock/schema.json';

describe('a head that is broken', () => {
  test('by JSON that is none', async () => {
    expect(await faultsOf('json', { [stock]: '{\n  "type": "object",\n  "properties": {\n}\n' })).toEqual([
      `json-invalid ${stock}:5`,
    ]);
  });

  test('by marks of a conflict', async () => {
    const marked = `<<<<<<< HEAD\n${shop[stock]}=======\n${shop[stock]}>>>>>>> other\n`;
    const faults = await faultsOf('conflict', { [stock]: marked });
    expect(faults[0]).toBe(`json-invalid ${stock}:1`);
  });

  test('by a schema that its draft refuses', async () => {
    const faults = await faultsOf('schema', { [stock]: '{\n  "type": "objekt"\n}\n' });
    expect(faults).toEqual([`schema-invalid ${stock}:2`]);
  });

  test('by a reference to nowhere', async () => {
    const [fault, ...others] = await faultsOf('ref', { [stock]: '{\n  "$ref": "../../shared/mony.json"\n}\n' });
    expect(fault).toMatch(/^ref-.* events\/OutOfStock\/schema\.json:2$/);
    expect(others).toEqual([]);
  });

  test('by a file of 50 MB', async () => {
    const [fault] = await faultsOf('large', { [stock]: `{"description": "${'x'.repeat(50 * 1024 * 1024)}"}` });
    expect(fault).toContain(`file-unreadable`);
  });

  test('by nesting of 10,000', async () => {
    const deep = `${'{"not":'.repeat(10_000)}true${'}'.repeat(10_000)}`;
    repository.propose('deep', { ...sound, [stock]: deep });
    const { code, review } = await reviewBranch(repository.folder, 'deep');
    expect(code).toBe(1);
    expect(messageIn(review, 'OrderPlaced').changes[0]).toMatchObject({ isSafe: true });
    const told = [
      ...review.diagnostics.map(({ message }) => message),
      ...messageIn(review, 'OutOfStock').problems.map(({ message }) => message),
    ];
    expect(told.join('\n')).toMatch(/levels of nesting/);
  });

  test('by a link out of the repository, which nobody follows', async () => {
    const file = join(repository.folder, stock);
    repository.propose('link', sound);
    rmSync(file);
    symlinkSync('/etc/passwd', file);
    repository.git('commit', '--quiet', '--all', '--message', 'Link');
    for (const head of ['link', undefined]) {
      const { code, review } = await reviewBranch(repository.folder, head);
      expect(code).toBe(1);
      expect(review.diagnostics.map(({ code: fault }) => fault)).toContain('path-outside-catalog');
      expect(JSON.stringify(review)).not.toContain('root:');
      expect(messageIn(review, 'OrderPlaced').changes[0]).toMatchObject({ isSafe: true });
    }
  });
});

describe('a history that does not say enough', () => {
  test('a ref that is not there, or that looks like an option', async () => {
    const folder = repository.folder;
    expect(await refusalOf(reviewBranch(folder, 'nowhere'))).toMatch(/no commit "nowhere" \(--head\)/);
    expect(await refusalOf(reviewBranch(folder, '--upload-pack=touch x'))).toMatch(/no commit/);
    expect(await refusalOf(reviewBranch('/', 'main'))).toMatch(/no git repository/);
  });

  test('a shallow clone is reviewed against the base itself, and says so', async () => {
    repository.propose('ahead', sound);
    const clone = join(repository.folder, '..', 'shallow-clone-of-shop');
    rmSync(clone, { recursive: true, force: true });
    const env = { PATH: process.env['PATH'], HOME: '/nonexistent' };
    execFileSync(
      'git',
      ['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${repository.folder}`, clone],
      { env },
    );
    execFileSync('git', ['branch', 'main', 'origin/main'], { cwd: clone, env });
    const { code, review } = await reviewBranch(clone, 'origin/ahead');
    expect(code).toBe(0);
    expect(review.notes.join()).toMatch(/only a part of the history.*fetch-depth: 0/);
    expect(messageIn(review, 'OrderPlaced').changes).toHaveLength(1);
    rmSync(clone, { recursive: true, force: true });
  });

  test('two histories that have nothing in common', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'island');
    repository.git('commit', '--quiet', '--message', 'Begin anew');
    const { code, review } = await reviewBranch(repository.folder, 'island');
    expect(code).toBe(0);
    expect(review.notes.join()).toMatch(/no commit in common/);
  });

  test('what the base did meanwhile is not the doing of the head', async () => {
    const other = buildRepository(shop);
    other.propose('change', sound);
    other.git('checkout', '--quiet', 'main');
    rmSync(join(other.folder, 'events/Unread'), { recursive: true });
    other.git('commit', '--quiet', '--all', '--message', 'Remove what nobody reads');
    const { review } = await reviewBranch(other.folder, 'change');
    expect(review.messages.map(({ id }) => id)).toEqual(['OrderPlaced']);
    other.remove();
  });
});

test('without a head the files count as they lie on disk, also in a folder of the repository', async () => {
  const inFolder = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`docs/catalog/${path}`, text]));
  const other = buildRepository(inFolder);
  const catalog = join(other.folder, 'docs/catalog');
  for (const [path, text] of Object.entries(sound)) {
    mkdirSync(join(catalog, path, '..'), { recursive: true });
    if (text === undefined) rmSync(join(catalog, path));
    else writeFileSync(join(catalog, path), text);
  }
  const { code, review } = await reviewBranch(catalog, undefined);
  expect(code).toBe(0);
  expect(review.messages.map(({ id }) => id)).toEqual(['OrderPlaced']);
  expect(review.head).toBe('the working directory');
  // A checkout on Windows: nothing else is touched.
  for (const path of ['events/Unread/index.mdx', 'events/Unread/schema.json'])
    writeFileSync(join(catalog, path), (shop[path] ?? '').replaceAll('\n', '\r\n'));
  expect((await reviewBranch(catalog, undefined)).review.messages.map(({ id }) => id)).toEqual(['OrderPlaced']);
  other.remove();
});
