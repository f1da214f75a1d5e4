import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { UserError } from '../model/user-error.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { SnippetClient } from '../snippets/client.ts';
import { runProgram, type Environment } from './processes.ts';

/** A folder in which a client's library is installed, and what its programs need in their environment. */
export interface Workspace {
  readonly folder: string;
  readonly environment: Environment;
}

/** Installs the library of a client by its own install line; the next run finds it in `cache`. */
export async function installClient(
  client: SnippetClient,
  cache: string,
  environment: Environment,
  stop: AbortSignal,
): Promise<Workspace> {
  const recipe = JSON.stringify([client.install, client.projectFiles ?? []]);
  const folder = join(cache, `${client.id}-${createHash('sha256').update(recipe).digest('hex').slice(0, 12)}`);
  const isPython = client.install.startsWith('pip ');
  const workspace = { folder, environment: isPython ? withPath(environment, join(folder, 'bin')) : environment };
  if (await exists(join(folder, '.installed'))) return workspace;
  await mkdir(cache, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const { path, content } of client.projectFiles ?? []) await writeFile(join(folder, path), content);
  const command = `${isPython ? 'python3 -m venv . && ' : ''}${client.install}`;
  // A package of the system is there or not, whatever folder this is.
  const isSystem = /^(sudo |apt-get |apk |brew )/.test(client.install);
  const present =
    isSystem && (await runProgram(`command -v ${client.id}`, folder, environment, stop, 10_000)).code === 0;
  const { code, out, err } = present
    ? { code: 0, out: '', err: '' }
    : await runProgram(command, folder, { ...workspace.environment, CI: 'true' }, stop, 600_000);
  if (stop.aborted) throw new UserError('Stopped.');
  if (code !== 0) {
    const said = (out + err).trim().split('\n').slice(-8).join('\n');
    throw new UserError(
      `The library of ${client.label} could not be installed by "${client.install}". It said:\n${said}`,
    );
  }
  await writeFile(join(folder, '.installed'), '');
  return workspace;
}

/** A folder of its own for one run: the files of a contract as they stand, beside what the install line made. */
export async function runFolder(
  workspace: Workspace,
  files: readonly GeneratedFile[],
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-prove-'));
  for (const entry of await readdir(workspace.folder, { withFileTypes: true })) {
    const [from, to] = [join(workspace.folder, entry.name), join(folder, entry.name)];
    if (entry.isFile()) await copyFile(from, to);
    else await symlink(from, to);
  }
  for (const { path, content } of files) {
    const beside = join(folder, `${path}.writing`);
    await writeFile(beside, content);
    await rename(beside, join(folder, path));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

function withPath(environment: Environment, folder: string): Environment {
  return { ...environment, PATH: [folder, environment['PATH']].filter(Boolean).join(delimiter) };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
