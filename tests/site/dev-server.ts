import { spawn } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { descendantsOf } from './process-tree.ts';

const project = join(import.meta.dirname, '../..');

const PARTS = [
  'events',
  'commands',
  'queries',
  'services',
  'domains',
  'channels',
  'flows',
  'teams',
  'schemas',
  'components',
  'public',
  'catalog.config.json',
  'package.json',
];

/** A copy of the catalog, to edit. */
export interface CatalogCopy {
  readonly folder: string;
  readonly remove: () => void;
}

/** `catalog dev` at work. */
export interface DevServer {
  /** The address that it says the site answers at. */
  readonly address: Promise<string>;
  /** All that it printed. */
  readonly output: () => string;
  /** Every process below it. */
  readonly processes: () => readonly number[];
  /** Sends the signal of `kill`, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Copies the catalog with its packages into a folder that git ignores, on the disk that the packages are on. */
export function copyCatalog(): CatalogCopy {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(project, 'dist', 'dev-server-'));
  for (const part of PARTS) cpSync(join(project, part), join(folder, part), { recursive: true });
  linkFolder(join(project, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * The same files a second time, at no cost. A symbolic link to the folder will not do: Vite goes by where a file really
 * is, and refuses to serve what lies outside of the catalog.
 */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.cache') continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

export function startDevServer(folder: string, port: number): DevServer {
  const config = readFileSync(join(project, 'eventcatalog.config.js'), 'utf8');
  const start = 'export default {';
  if (!config.includes(start)) throw new Error(`eventcatalog.config.js has no "${start}" to put a port behind.`);
  writeFileSync(join(folder, 'eventcatalog.config.js'), config.replace(start, `${start} port: ${port},`));
  const child = spawn(process.execPath, ['scripts/cli.ts', 'dev', '--catalog', folder], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    const take = (chunk: string) => {
      output += chunk;
      const found = /The site answers at (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    void ended.then((code) => reject(new Error(`"catalog dev" ended with exit code ${code}:\n${output}`)));
  });
  // A test that fails before it asks for the address must fail for its own reason.
  address.catch(() => undefined);
  return {
    address,
    output: () => output,
    processes: () => (child.pid === undefined ? [] : descendantsOf(child.pid)),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A port that nothing listens at, on any address of this machine. */
export async function freePort(): Promise<number> {
  const { port, release } = await occupyPort();
  await release();
  return port;
}

/** Holds a port, as another program would. */
export async function occupyPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port could be taken.');
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
