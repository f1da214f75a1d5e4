import { spawn } from 'node:child_process';
import { UserError } from '../model/user-error.ts';

/** Environment variables, by name. */
export type GitEnvironment = Readonly<Record<string, string | undefined>>;

/** A git repository, asked by its own program. Nothing is fetched, checked out, locked or run. */
export interface GitRepository {
  /** The folder that was named, below the top of the repository: with a slash at the end, empty at the top. */
  readonly prefix: string;
  /** The full id of the commit that a ref names. Throws a UserError when there is none. */
  readonly commitOf: (ref: string, flag: string) => Promise<string>;
  /** The last commit that two have in common; undefined when there is none that the repository knows. */
  readonly commonAncestor: (one: string, other: string) => Promise<string | undefined>;
  /** Whether its history was cut off when it was cloned. */
  readonly isShallow: () => Promise<boolean>;
  /** What a git command prints. Throws a GitError. */
  readonly git: (args: readonly string[], input?: string) => Promise<Buffer>;
}

/** Git said no. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** The repository that a folder is part of. Throws a UserError where there is none, or no git. */
export async function openRepository(folder: string, environment: GitEnvironment): Promise<GitRepository> {
  const git = gitIn(folder, environment);
  const prefix = await git(['rev-parse', '--show-prefix']).catch((error: unknown) => {
    throw new UserError(
      error instanceof GitError
        ? `${folder} is in no git repository that can be read: ${error.message} A review compares two commits; run it in a clone.`
        : `git could not be started: ${error instanceof Error ? error.message : String(error)}. Install git.`,
    );
  });
  return {
    prefix: textOf(prefix),
    git,
    commitOf: async (ref, flag) => {
      const found = await answer(git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]));
      if (found !== undefined && found !== '') return found;
      throw new UserError(
        `There is no commit ${JSON.stringify(ref)} (${flag}) in this repository. Name a branch, a tag or a commit that ` +
          `\`git log\` shows; in CI fetch it first (actions/checkout with \`fetch-depth: 0\`).`,
      );
    },
    commonAncestor: async (one, other) => {
      const found = await answer(git(['merge-base', one, other]));
      return found === '' ? undefined : found;
    },
    isShallow: async () => (await answer(git(['rev-parse', '--is-shallow-repository']))) === 'true',
  };
}

/** What a question was answered with; undefined where git says no. */
async function answer(asked: Promise<Buffer>): Promise<string | undefined> {
  try {
    return textOf(await asked);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

/** Blobs that a partial clone left out would be fetched, and prompts would wait for ever. */
const QUIET = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } as const;

function gitIn(folder: string, environment: GitEnvironment): GitRepository['git'] {
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['--literal-pathspecs', '-C', folder, ...args], {
        env: { ...environment, ...QUIET },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      // Git may end before it has read everything.
      child.stdin.on('error', () => {});
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(out));
        else reject(new GitError(sentence(Buffer.concat(err).toString('utf8'), code)));
      });
      child.stdin.end(input);
    });
}

function sentence(said: string, code: number | null): string {
  const [line = ''] = said
    .split('\n')
    .filter((text) => text.trim() !== '')
    .slice(0, 1);
  const text = line.replace(/^fatal: /, '').trim();
  return text === '' ? `git ended with ${code ?? 'a signal'}.` : `${text}${/[.!?]$/.test(text) ? '' : '.'}`;
}
