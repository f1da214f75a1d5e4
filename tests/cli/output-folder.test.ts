import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readStory, unpackStory, writeBelow } from '../story.ts';
import { contractFiles } from '../contract-files.ts';
import { filesBelow, runCatalog } from './run-catalog.ts';

const shop = readStory('shop');
let catalog = '';
let contracts = '';

const generate = async (...flags: readonly string[]) =>
  runCatalog('generate', '--no-cache', '--catalog', catalog, ...flags);

beforeEach(() => {
  catalog = unpackStory(shop);
  contracts = join(catalog, 'public', 'contracts');
});

describe('what cannot be written ends the run with 2, and a sentence', () => {
  test('the folder is a file', async () => {
    writeBelow(catalog, 'public/contracts', 'mine');
    const run = await generate();
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('ENOTDIR: not a directory. Name another folder with --out.\n');
  });

  test('a file stands where a folder has to be: nothing is written', async () => {
    writeBelow(catalog, 'public/contracts/OrderPlaced', 'mine');
    const run = await generate();
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`${join(contracts, 'OrderPlaced')} would be overwritten`);
    expect(filesBelow(contracts)).toEqual({ OrderPlaced: 'mine' });
  });

  test('a folder stands where a file has to be', async () => {
    mkdirSync(join(contracts, 'OrderPlaced/2.0.0/types.d.ts'), { recursive: true });
    const run = await generate();
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`Could not write ${join(contracts, 'OrderPlaced/2.0.0/types.d.ts')}: EISDIR`);
  });
});

test('a merge that was not finished is finished by generating', async () => {
  await generate();
  const before = filesBelow(contracts);
  const index = before['index.json'] ?? '';
  const merge = `${index.slice(0, 700)}<<<<<<< ours\n${index.slice(700, 900)}\n=======\n${index.slice(700)}>>>>>>> theirs\n`;
  writeFileSync(join(contracts, 'index.json'), merge);
  for (const name of ['schema.json', 'example.json', 'types.d.ts'])
    appendFileSync(join(contracts, 'OrderPlaced/1.0.0', name), '<<<<<<< ours\n');
  expect((await generate('--check')).code).toBe(1);
  expect((await generate()).code).toBe(0);
  expect(filesBelow(contracts)).toEqual(before);
});

test('a lost index is made anew, and what lies beside it is known as ours', async () => {
  await generate();
  const before = filesBelow(contracts);
  rmSync(join(contracts, 'index.json'));
  writeFileSync(join(contracts, 'OrderPlaced/1.0.0/schema.json'), '{}');
  expect((await generate()).code).toBe(0);
  expect(filesBelow(contracts)).toEqual(before);
});

test('every byte of a header counts in a check, and generating heals it', async () => {
  await generate();
  const before = filesBelow(contracts);
  for (const path of [
    'index.json',
    'events.d.ts',
    'OrderPlaced/1.0.0/types.d.ts',
    'OrderPlaced/2.0.0/producer.kafka-python.py',
  ]) {
    const text = before[path] ?? '';
    const at = text.indexOf('enerated by');
    writeFileSync(join(contracts, path), `${text.slice(0, at)}X${text.slice(at + 1)}`);
    expect.soft((await generate('--check')).code, path).toBe(1);
    expect.soft((await generate()).code, path).toBe(0);
    expect(filesBelow(contracts)).toEqual(before);
  }
});

test('what an interrupted run left half-written goes', async () => {
  await generate();
  const before = filesBelow(contracts);
  for (const name of ['schema.json.writing', 'types.d.ts.writing'])
    writeBelow(contracts, `OrderPlaced/2.0.0/${name}`, '{');
  expect((await generate('--check')).code).toBe(1);
  expect((await generate()).out).toContain('2 deleted');
  expect(filesBelow(contracts)).toEqual(before);
});

test('--out at the catalog itself deletes nothing of what lies deeper', async () => {
  await generate();
  const before = filesBelow(catalog);
  expect((await generate('--out', catalog)).code).toBe(0);
  expect(filesBelow(catalog)).toMatchObject(before);
  expect((await generate('--out', catalog, '--check')).code).toBe(0);
});

test('a contract folder that is a link is followed', async () => {
  const elsewhere = join(dirname(catalog), 'elsewhere');
  mkdirSync(elsewhere);
  mkdirSync(contracts, { recursive: true });
  symlinkSync(elsewhere, join(contracts, 'OrderPlaced'));
  expect((await generate()).code).toBe(0);
  expect((await generate()).out).toContain('0 written');
  // Two contracts, what changed between them, and the examples of both.
  expect(Object.keys(filesBelow(elsewhere))).toHaveLength(2 * contractFiles.length + 2);
});

test('a stop before the end writes nothing', async () => {
  const { runCommandLine } = await import('../../scripts/command-line.ts');
  const err: string[] = [];
  const console = { out: () => undefined, err: (text: string) => void err.push(text), columns: 80, hasColor: false };
  const code = await runCommandLine(['generate', '--no-cache', '--catalog', catalog], console, AbortSignal.abort());
  expect(code).toBe(2);
  expect(err.join('')).toBe('Stopped. Nothing was written.\n');
  expect(filesBelow(contracts)).toEqual({});
});
