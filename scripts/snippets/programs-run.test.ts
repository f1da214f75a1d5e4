import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';
import { kafkaPython } from './clients/kafka-python.ts';
import { clients } from './clients/index.ts';
import { platformaticKafka } from './clients/platformatic-kafka.ts';
import { programFile } from './client.ts';
import { programs, shopPrograms } from './hostile-programs.test-data.ts';
import { isRecordKey } from './key-path.ts';
import type { Program } from './program.ts';
import { renderSnippets } from './render-snippets.ts';
import { outOfStock, shopProgram } from './shop-programs.test-data.ts';

expect(programs.length).toBeGreaterThan(100);

interface Sent {
  readonly key: string | null;
  readonly value: string;
  readonly headers: readonly (readonly [string, string])[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'snippets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(name: string, all: readonly Program[]): string {
  const root = join(folder, name);
  all.forEach((program, index) => {
    mkdirSync(join(root, String(index)), { recursive: true });
    for (const { path, content } of renderSnippets(program, clients).files)
      writeFileSync(join(root, String(index), path), content);
    writeFileSync(join(root, String(index), 'types.d.ts'), typesOf(program));
  });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  return root;
}

function typesOf({ typeName, example, keyPath }: Program): string {
  if (typeName === 'OutOfStock') {
    const reason = "'restock' | 'sale' | 'return' | 'manual'";
    return `export interface OutOfStock { event_id: string; timestamp: string; product_id: string; adjusted_quantity: number; new_quantity: number; adjustment_reason: ${reason}; adjusted_by?: string }\n`;
  }
  // Loose where programs do not look, exact at the key.
  const key = (path: readonly string[]): string => {
    const [name, ...rest] = path;
    return name === undefined ? 'string' : `{ ${JSON.stringify(name)}: ${key(rest)}; [name: string]: unknown }`;
  };
  const isText = keyPath !== undefined && typeName === 'OrderPlaced';
  const type = isText
    ? key(keyPath)
    : Array.isArray(example)
      ? 'unknown[]'
      : typeof example === 'string'
        ? 'string'
        : 'unknown';
  return `export type ${typeName} = ${keyPath !== undefined && !isText ? '{ id: number }' : type};\n`;
}

interface Report {
  readonly sent: readonly Sent[];
  readonly out: string;
  readonly err: string;
  readonly journal: readonly string[];
}

/** One process for all programs; they see a library that notes what is sent and plays back what a broker might hold. */
function runAll(command: string, harness: string, root: string): Report {
  const result = join(root, 'report.json');
  execFileSync(command, [resolve('scripts/snippets/harness', harness), root, String(programs.length), result]);
  return JSON.parse(readFileSync(result, 'utf8'));
}

/** What the program should send, with the clock's places taken out of both. */
function expectSent(sent: readonly Sent[]): void {
  expect(sent).toHaveLength(programs.length);
  programs.forEach((program, index) => {
    const record = sent[index];
    const value: JsonValue = JSON.parse(record?.value ?? '');
    for (const path of program.clockPaths) expect(at(value, path)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(masked(value, program)).toEqual(masked(program.example, program));
    expect(new Map(record?.headers)).toEqual(new Map(program.headers));
    const key = program.keyPath === undefined ? null : at(program.example, program.keyPath);
    if (typeof key !== 'number') expect(record?.key).toBe(isRecordKey(key) ? String(key) : null);
    else expect(Number(record?.key)).toBe(key + 0);
  });
}

function at(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((place, step) => {
    return isJsonArray(place) ? place[Number(step)] : isJsonObject(place) ? place[step] : undefined;
  }, value);
}

/** Text that compares `__proto__` and the order of names too. Minus zero is left to the language. */
function masked(value: JsonValue, program: Program): string {
  return JSON.stringify(program.clockPaths.length === 0 ? value : (at(value, ['product_id']) ?? 'time'));
}

describe('the programs, run without a broker', () => {
  it('send what the example says: Python', { timeout: 60_000 }, () => {
    const report = runAll('python3', 'run_programs.py', place('python', programs));
    expectSent(report.sent);
    expect(report.out.split('\n')).toEqual([
      'Received OutOfStock: {"event_id": "1", "future": {}}',
      'Received OutOfStock: {"event_id": "2"}',
      'Received OutOfStock: ["\\ud800", "\\u00fc"]',
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual(['committed', 'closed']);
  });

  it('send what the example says: TypeScript', { timeout: 60_000 }, () => {
    const report = runAll(process.execPath, 'run-programs.mjs', place('node', programs));
    expectSent(report.sent);
    expect(report.out.split('\n')).toEqual([
      'Received OutOfStock: {"event_id":"1","future":{}}',
      'Received OutOfStock: {"event_id":"2"}',
      'Received OutOfStock: ["\\ud800","ü"]',
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((offset) => `committed ${offset}`),
      'stream closed',
      'closed',
    ]);
  });

  it('compile in TypeScript, strictly', { timeout: 60_000 }, () => {
    const root = place('types', shopPrograms);
    const compilerOptions = {
      target: 'es2024',
      module: 'nodenext',
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
      strict: true,
      noEmit: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      skipLibCheck: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      paths: { '@platformatic/kafka': [resolve('node_modules/@platformatic/kafka/dist/index.d.ts')] },
    };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    const errors = tryRun(resolve('node_modules/.bin/tsc'), ['-p', root]);
    expect(errors).toBe('');
  });
});

function tryRun(command: string, parameters: readonly string[]): string {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

describe('every client', () => {
  it('pins its library, and names its files after itself', () => {
    for (const client of clients) {
      expect(client.install).toContain(client.version);
      expect(client.run.producer).toContain(programFile('producer', client));
      expect(client.run.consumer).toContain(programFile('consumer', client));
    }
    expect(renderSnippets(outOfStock, clients).files.map(({ path }) => path)).toEqual([
      'producer.kafka-python.py',
      'consumer.kafka-python.py',
      'producer.platformatic-kafka.ts',
      'consumer.platformatic-kafka.ts',
    ]);
  });

  it('reads the record key off the event', () => {
    expect(kafkaPython.producer(outOfStock)).toContain('                key=event["product_id"].encode("utf-8"),\n');
    expect(platformaticKafka.producer(outOfStock)).toContain('        key: event.product_id,\n');
  });

  it('writes TypeScript as Prettier would', async () => {
    for (const program of shopPrograms) {
      for (const { path, content } of renderSnippets(program, clients).files.filter((file) =>
        file.path.endsWith('.ts'),
      )) {
        expect(await format(content, { filepath: path, singleQuote: true, printWidth: 100 })).toBe(content);
      }
    }
  });

  it('writes no character that does not show, and ends each file with one line end', () => {
    for (const program of programs) {
      for (const { content } of renderSnippets(program, clients).files) {
        expect(content.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufe0f]/u);
        expect(content).toMatch(/[^\n]\n$/);
      }
    }
  });
});

describe('a comment', () => {
  it.each([
    [kafkaPython, 'coding: utf-7', /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/],
    [platformaticKafka, '@ts-expect-error', /^\/\/\/?\s*@ts-/m],
  ])('gives no orders: %o', (client, order, obeyed) => {
    const content = client.producer(shopProgram(true, {}, { id: order, summary: order, name: order, version: order }));
    expect(`# ${order}`.replace('# @', '// @')).toMatch(obeyed);
    expect(content).not.toMatch(obeyed);
  });
});
