import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { renderTypes } from '../types/render-types.ts';
import { kafkajs } from './clients/kafkajs.ts';
import { platformaticKafka } from './clients/platformatic-kafka.ts';
import { shopPrograms } from './hostile-programs.test-data.ts';
import type { Program } from './program.ts';
import { renderSnippets } from './render-snippets.ts';
import { expectSent, placePrograms, programsFor, runHarness } from './run-programs.test-data.ts';

const commits = [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => `committed ${offset}`);

describe.each([
  [platformaticKafka, [...commits, 'stream closed', 'closed']],
  [kafkajs, [...commits, 'closed']],
])('TypeScript programs, run without a broker: $id', (client, journal) => {
  it('send what the example says, and read what a topic may hold', { timeout: 600_000 }, async () => {
    const programs = programsFor(client);
    const root = placePrograms(client, programs);
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    const report = runHarness(process.execPath, `run-${client.id}.mjs`, root, programs);
    expectSent(report.sent, programs);
    expect(report.out.split('\n')).toEqual([
      'Received OutOfStock: {"event_id":"1","future":{}}',
      'Received OutOfStock: {"event_id":"2"}',
      'Received OutOfStock: ["\\ud800","ü"]',
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual(journal);
    rmSync(root, { recursive: true });
  });

  it('compile, strictly', { timeout: 600_000 }, async () => {
    const programs = programsFor(client);
    const root = placePrograms(client, programs);
    for (const [index, program] of programs.entries()) {
      writeFileSync(join(root, String(index), 'types.d.ts'), await typesOf(program));
    }
    const compilerOptions = {
      target: 'es2024',
      module: 'nodenext',
      types: ['node'],
      strict: true,
      noEmit: true,
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      skipLibCheck: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
    };
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    expect(tryRun(resolve('node_modules/.bin/tsc'), ['-p', root])).toBe('');
    rmSync(root, { recursive: true });
  });

  it('are written as Prettier would', async () => {
    for (const program of shopPrograms) {
      for (const { path, content } of renderSnippets(program, [client]).files) {
        expect(await format(content, { filepath: path, singleQuote: true, printWidth: 100 })).toBe(content);
      }
    }
  });
});

function typesOf({ schema, dialect, typeName }: Program): Promise<string> {
  return renderTypes({ schema, dialect, typeName, openObjects: true, header: [] });
}

function tryRun(command: string, parameters: readonly string[]): string {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
