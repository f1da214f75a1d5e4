import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path to text; undefined takes the file away. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A git repository with a catalog of a shop on `main`, and one branch for each pull request. */
export interface ReviewRepository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Commits a change of `main` on a branch of its own. */
  readonly propose: (branch: string, files: Files) => void;
  readonly remove: () => void;
}

export function buildRepository(catalog: Files): ReviewRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'review-')));
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const commit = (files: Files, message: string): void => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      if (text === undefined) rmSync(file, { recursive: true, force: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit(catalog, 'Add the catalog');
  return {
    folder,
    git,
    propose: (branch, files) => {
      git('checkout', '--quiet', '-B', branch, 'main');
      commit(files, branch);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const who = { NAME: 'Catalog tests', EMAIL: 'tests@events.example', DATE: '2026-01-01T00:00:00Z' };

const env = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value])),
  ),
};

export interface PageFacts {
  readonly id: string;
  readonly version: string;
  /** Further lines of front matter. */
  readonly lines?: readonly string[];
  readonly schemaPath?: string;
  readonly owner?: string;
}

export function messagePage({
  id,
  version,
  lines = [],
  schemaPath = 'schema.json',
  owner = 'orders-team',
}: PageFacts): string {
  const front = [
    `id: ${id}`,
    `name: ${id}`,
    `version: ${version}`,
    `summary: What happened to ${id}.`,
    `owners: [${owner}]`,
    ...(schemaPath === '' ? [] : [`schemaPath: ${schemaPath}`]),
    ...lines,
  ];
  return `---\n${front.join('\n')}\n---\n\nText.\n`;
}

export function servicePage(id: string, lines: readonly string[]): string {
  return `---\nid: ${id}\nname: ${id}\nversion: 1.0.0\nsummary: A service.\nowners: [${id.toLowerCase()}-team]\n${lines.join('\n')}\n---\n`;
}

export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
