import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';
import type { SnippetClient } from './client.ts';
import { hostilePrograms, shopPrograms } from './hostile-programs.test-data.ts';
import { isRecordKey } from './key-path.ts';
import type { Program } from './program.ts';
import { renderSnippets } from './render-snippets.ts';

/** A record as a producer hands it to a stand-in for its library. */
interface Sent {
  readonly key: string | null;
  readonly value: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** What a harness notes; `out`, `err` and `journal` are of the consumer of the first program, with records to read. */
export interface Report {
  /** Of the programs, in their order. */
  readonly sent: readonly Sent[];
  readonly out: string;
  readonly err: string;
  readonly journal: readonly string[];
}

/** How many hostile programs are run, and from which seed they come. */
const hostileRuns = Number(process.env['HOSTILE_RUNS'] ?? 200);
const hostileSeed = Number(process.env['HOSTILE_SEED'] ?? 20261124);

/** Programs as people read them and hostile ones, without those that the client says it cannot carry. */
export function programsFor(client: SnippetClient): readonly Program[] {
  // What it refuses is the exception: a client that refuses much proves little.
  const all = hostilePrograms(Math.ceil(hostileRuns * 1.3), hostileSeed);
  const carried = [shopPrograms, all].map((programs) =>
    programs.filter((program) => (client.uncarriable?.(program) ?? []).length === 0),
  );
  const [shop = [], hostile = []] = carried;
  expect(hostile.length).toBeGreaterThanOrEqual(hostileRuns);
  return [...shop, ...hostile.slice(0, hostileRuns)];
}

/** Writes the programs of one client into a folder each: `0`, `1`, … */
export function placePrograms(client: SnippetClient, programs: readonly Program[]): string {
  const root = mkdtempSync(join(tmpdir(), 'snippets-'));
  programs.forEach((program, index) => {
    const folder = join(root, String(index));
    mkdirSync(folder);
    for (const { path, content } of renderSnippets(program, [client]).files) writeFileSync(join(folder, path), content);
  });
  return root;
}

/**
 * One process for all programs; they see a library that notes what is sent and plays back what a broker might hold.
 * Arguments of the harness: the folder, the number of programs, the file for its report.
 */
export function runHarness(command: string, harness: string, root: string, programs: readonly Program[]): Report {
  const report = join(root, 'report.json');
  execFileSync(command, [resolve('scripts/snippets/harness', harness), root, String(programs.length), report]);
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** Each program has sent its example, the current time wherever the schema asks for one. */
export function expectSent(sent: readonly Sent[], programs: readonly Program[]): void {
  expect(sent).toHaveLength(programs.length);
  programs.forEach((program, index) => {
    const record = sent[index];
    const value: JsonValue = JSON.parse(record?.value ?? '');
    for (const path of program.clockPaths)
      expect(at(value, path)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
    expect(canonical(value, program)).toBe(canonical(program.example, program));
    expect(new Map(record?.headers)).toEqual(new Map(program.headers));
    const key = program.keyPath === undefined ? null : at(value, program.keyPath);
    if (typeof key !== 'number') expect(record?.key).toBe(isRecordKey(key) ? String(key) : null);
    else expect(Number(record?.key) + 0).toBe(key + 0);
  });
}

function at(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((place, step) => {
    return isJsonArray(place) ? place[Number(step)] : isJsonObject(place) ? place[step] : undefined;
  }, value);
}

/** Text that compares `__proto__` too, and neither times nor the order of names. Minus zero is left to the language. */
function canonical(value: JsonValue, { clockPaths }: Program): string {
  const times = new Set(clockPaths.map((path) => JSON.stringify(path)));
  const write = (place: JsonValue, path: readonly (string | number)[]): string => {
    if (times.has(JSON.stringify(path))) return 'time';
    if (isJsonArray(place)) return `[${place.map((item, index) => write(item, [...path, index])).join()}]`;
    if (!isJsonObject(place)) return JSON.stringify(place);
    const members = Object.entries(place).map(([name, member]) => [
      JSON.stringify(name),
      write(member, [...path, name]),
    ]);
    return `{${members
      .map((member) => member.join(':'))
      .toSorted()
      .join()}}`;
  };
  return write(value, []);
}
