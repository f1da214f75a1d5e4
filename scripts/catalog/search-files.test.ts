import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { searchFiles, type FileSearch } from './search-files.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'search-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer = `one ${path} needle`): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: join(folder, 'repo'), encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

const environment = { PATH: process.env['PATH'] };

async function search(paths: readonly string[], more: Partial<FileSearch> = {}) {
  const named = paths.map((path) => join(folder, path));
  const found = await searchFiles({ paths: named, needles: ['needle'], except: '/nowhere', environment, ...more });
  const below = (path: string): string => path.replace(`${folder}/`, '');
  return { ...found, found: found.found.map(({ path }) => below(path)), skipped: found.skipped.map(below) };
}

describe('a folder', () => {
  test('is gone through, but for what nobody wrote', async () => {
    for (const path of ['b.ts', 'a/b/c.py', 'a/.github/x.yml', 'vendored/x.go', '.env']) write(`repo/${path}`);
    for (const path of ['node_modules/x.js', 'a/vendor/x.go', 'dist/x.js', '.git/config', 'a/target/x'])
      write(`repo/${path}`);
    write('repo/without.ts', 'nothing of interest');
    const { found, count, skipped } = await search(['repo']);
    expect(found).toEqual(['repo/.env', 'repo/a/.github/x.yml', 'repo/a/b/c.py', 'repo/b.ts', 'repo/vendored/x.go']);
    expect([count, skipped]).toEqual([6, []]);
  });

  test('has files that are no texts, or too large to be read', async () => {
    write('repo/image.png', Buffer.from('\x89PNG\0needle'));
    write('repo/large.png', Buffer.concat([Buffer.from('\0needle'), Buffer.alloc(3_000_000)]));
    write('repo/large.sql', `needle${' '.repeat(3_000_000)}`);
    write('repo/latin-1.txt', Buffer.from([0xe4, ...Buffer.from(' needle')]));
    expect(await search(['repo'])).toMatchObject({ found: ['repo/latin-1.txt'], skipped: ['repo/large.sql'] });
  });

  test('leads nowhere else', async () => {
    write('outside/secret.ts');
    write('repo/own.ts');
    symlinkSync('../outside', join(folder, 'repo/link'));
    symlinkSync('../outside/secret.ts', join(folder, 'repo/secret.ts'));
    symlinkSync('own.ts', join(folder, 'repo/again.ts'));
    symlinkSync('.', join(folder, 'repo/loop'));
    symlinkSync('nowhere', join(folder, 'repo/broken'));
    expect((await search(['repo'])).found).toEqual(['repo/own.ts']);
    // A link that the user names is meant.
    symlinkSync('repo', join(folder, 'named'));
    expect((await search(['named'])).found).toEqual(['named/own.ts']);
  });

  test('is read once, whatever names lead to it, and a file can be named itself', async () => {
    write('repo/a/x.ts');
    write('repo/y.ts');
    expect((await search(['repo/a', 'repo', 'repo/y.ts', './repo'])).found).toEqual(['repo/a/x.ts', 'repo/y.ts']);
    expect((await search(['repo/y.ts'])).found).toEqual(['repo/y.ts']);
    expect((await search(['repo'], { except: join(folder, 'repo/a') })).found).toEqual(['repo/y.ts']);
    expect((await search(['repo'], { needles: ['no such', 'absent'] })).found).toEqual([]);
    expect((await search(['repo'], { needles: ['no such', 'x.ts'] })).found).toEqual(['repo/a/x.ts']);
  });

  test('may have files with any name', async () => {
    const names = ['a\nb.ts', '-rf', 'it\'s "so".ts', 'ü\u{202e}.ts', '$(id).ts'];
    for (const name of names) write(`repo/${name}`);
    for (const isInGit of [false, true]) {
      if (isInGit) git('init', '--quiet');
      expect((await search(['repo'])).found.toSorted()).toEqual(names.map((name) => `repo/${name}`).toSorted());
    }
  });
});

describe('a work tree of git', () => {
  test('has what git tracks or would track, and the repositories inside', async () => {
    for (const path of ['tracked.ts', 'sub/new.ts', 'ignored/x.ts', 'gone.ts', 'vendor/x.go', 'inner/i.ts'])
      write(`repo/${path}`);
    write('repo/.gitignore', 'ignored/\n');
    git('init', '--quiet');
    git('add', 'tracked.ts', 'gone.ts', 'vendor');
    git('init', '--quiet', 'inner');
    rmSync(join(folder, 'repo/gone.ts'));
    expect((await search(['repo'])).found).toEqual(['repo/inner/i.ts', 'repo/sub/new.ts', 'repo/tracked.ts']);
    expect((await search(['repo/sub'])).found).toEqual(['repo/sub/new.ts']);
    // What is named is meant, whatever git thinks of it.
    expect((await search(['repo/ignored'])).found).toEqual(['repo/ignored/x.ts']);
    // As in a hook of another repository.
    const hook = { ...environment, GIT_DIR: join(folder, 'elsewhere'), GIT_INDEX_FILE: '/nowhere' };
    expect((await search(['repo'], { environment: hook })).found).toHaveLength(3);
    // Without git, everything is gone through.
    const { found } = await search(['repo'], { environment: { PATH: '/nowhere' } });
    expect(found).toEqual(['repo/ignored/x.ts', 'repo/inner/i.ts', 'repo/sub/new.ts', 'repo/tracked.ts']);
  });

  test('leads nowhere else, where a link has taken the place of a tracked folder, and runs nothing', async () => {
    write('repo/a/x.ts');
    write('repo/b.ts');
    write('outside/x.ts');
    git('init', '--quiet');
    git('add', '.');
    rmSync(join(folder, 'repo/a'), { recursive: true });
    symlinkSync('../outside', join(folder, 'repo/a'));
    git('config', 'core.fsmonitor', `touch ${join(folder, 'run')}`);
    expect((await search(['repo', '.'])).found).toEqual(['repo/b.ts', 'outside/x.ts']);
    expect(existsSync(join(folder, 'run'))).toBe(false);
  });
});

test('what is not there is refused, and a run can be stopped', async () => {
  write('repo/a.ts');
  await expect(search(['nowhere'])).rejects.toThrow(/There is no file or folder .*nowhere/);
  await expect(search(['repo'], { stop: AbortSignal.abort() })).rejects.toThrow('Stopped.');
});
