import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../scripts/command-line.ts';

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with streams that are kept. */
export async function runCatalog(...argv: readonly string[]): Promise<CommandRun> {
  return runInTerminal(400, ...argv);
}

/** The same, in a terminal of so many columns. */
export async function runInTerminal(columns: number, ...argv: readonly string[]): Promise<CommandRun> {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await runCommandLine(argv, { ...streams, columns, hasColor: false });
  return { code, out: out.join(''), err: err.join('') };
}

/** Every file below a folder: path to text, sorted. Empty where there is no such folder. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return {};
  }
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
