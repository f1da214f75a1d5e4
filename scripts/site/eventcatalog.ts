import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { UserError } from '../model/user-error.ts';

/** EventCatalog at work in a process of its own. */
export interface EventCatalogRun {
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** The last lines that it printed. */
  readonly lastLines: () => readonly string[];
  readonly stop: () => void;
}

const KEPT_LINES = 40;

/** Runs `eventcatalog build` or `eventcatalog dev` on a catalog that has it installed. */
export function runEventCatalog(
  command: 'build' | 'dev',
  catalog: string,
  onLine: (line: string) => void,
): EventCatalogRun {
  const child = spawn(process.execPath, [programOf(catalog), command], {
    cwd: catalog,
    // Without a group of its own, stopping it would leave the server below it running.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...eventCatalogSettings(catalog) },
  });
  const lines: string[] = [];
  const take = (line: string) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    onLine(line);
  };
  readLines(child, take);
  return {
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code));
    }),
    lastLines: () => lines,
    stop: () => stopGroup(child),
  };
}

const MENDS = ['quick-highlighting.mjs', 'quick-collections.mjs'].map(
  (name) => `--import=${new URL(name, import.meta.url).href}`,
);

/** The environment that EventCatalog runs in, beside what is set already. */
export function eventCatalogSettings(catalog: string): Readonly<Record<string, string>> {
  return {
    PROJECT_DIR: catalog,
    CATALOG_DIR: join(catalog, '.eventcatalog-core'),
    NODE_OPTIONS: [process.env['NODE_OPTIONS'], ...MENDS].filter(Boolean).join(' '),
    // It would rewrite channel front matter in the catalog.
    EVENTCATALOG_DISABLE_CHANNEL_MIGRATION: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
  };
}

function programOf(catalog: string): string {
  try {
    const manifest = createRequire(join(catalog, 'package.json')).resolve('@eventcatalog/core/package.json');
    return join(dirname(manifest), 'bin', 'eventcatalog.js');
  } catch {
    throw new UserError(
      `@eventcatalog/core is not installed in ${catalog}. Run "npm install @eventcatalog/core" there.`,
    );
  }
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = stripVTControlCharacters(rest + chunk).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const line of parts) if (line.trim() !== '') onLine(line.trimEnd());
    });
  }
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    child.kill('SIGTERM');
  }
}
