import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { printConsumer } from '../../components/reader/print-consumer.ts';
import { printFrontMatter } from '../../components/reader/print-front-matter.ts';
import { printType } from '../../components/reader/print-type.ts';
import { pruneTypes } from '../../components/reader/prune-types.ts';
import type { PrunedTypes } from '../../components/reader/prune-types.ts';
import { readablePaths } from '../../components/reader/readable-paths.ts';
import { diskTree } from '../../scripts/catalog/disk-tree.ts';
import { memoryTree } from '../../scripts/catalog/file-tree.ts';
import type { FileTree } from '../../scripts/catalog/file-tree.ts';
import { loadCatalog } from '../../scripts/catalog/load-catalog.ts';
import { fieldPathFaults } from '../../scripts/contract/field-paths.ts';
import { hasContract } from '../../scripts/contract/render-contract.ts';
import type { JsonValue } from '../../scripts/model/json.ts';
import { typeNameOf } from '../../scripts/types/type-name.ts';
import { casesOf, committedCases, hostileFiles, shapes } from './reader-cases.ts';
import type { ReaderCase } from './reader-cases.ts';

const project = join(import.meta.dirname, '../..');
const scratch = join(project, 'node_modules', '.cache', `reader-test-${process.pid}`);

const SEED = Number(process.env['HOSTILE_SEED'] ?? 20261123);
/**
 * So many hostile schemas, however many the programs are tried with: among ten times as many there are a few with names such as
 * `toString` beside an index signature, of which TypeScript holds the whole and its part to differ.
 */
const HOSTILE = 40;
/** For the types of the whole, which are compared with nothing. */
const MORE_HOSTILE = 400;
/** Choices of fields for each contract, beside that of all and that of one. */
const CHOICES = 2;

/** Of a schema whose types TypeScript still compares. */
const DEEPEST = 60;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Reading extends ReaderCase {
  readonly types: PrunedTypes;
  /** `OrderPlaced-2_1_0/1` */
  readonly at: string;
}

function depthOf(value: JsonValue): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/**
 * Beyond a certain depth TypeScript compares types no more, and says so as an error. And what may be missing from the end of
 * a tuple is undefined to it, which a list of the reader's type does not hold, as no JSON does.
 */
function isComparable(contentOf: ReaderCase['contentOf']): boolean {
  const hasShortTuple = /\?\s*[,\]]/.test(contentOf('types.d.ts'));
  return !hasShortTuple && depthOf(JSON.parse(contentOf('schema.json'))) <= DEEPEST;
}

/** A contract with each of some choices of its fields: all, one, and random ones, the same for the same seed. */
function readingsOf(one: ReaderCase): readonly Reading[] {
  const { message, name } = one;
  const all = readablePaths(message);
  if (all.length === 0) return [];
  const choices = fc.sample(fc.subarray([...all], { minLength: 1, maxLength: Math.min(8, all.length) }), {
    numRuns: CHOICES,
    seed: SEED,
  });
  const description = new Map(message.fields.map((field) => [field.path, field.description]));
  return [all, all.slice(-1), ...choices].map((chosen, index) => ({
    ...one,
    at: `${name}/${index}`,
    types: pruneTypes(message.reader, chosen, (path) => description.get(path) ?? ''),
  }));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
}

const cases: readonly ReaderCase[] = [
  ...committedCases(),
  ...(await casesOf(shapes)),
  ...(await casesOf(hostileFiles(HOSTILE, SEED))),
];
const readings = cases.flatMap(readingsOf);

describe('the type of a reader who reads some of the fields', () => {
  test('is made for every contract, and for hostile ones', () => {
    expect(cases.length).toBeGreaterThan(120);
    expect(readings.length).toBeGreaterThan(4 * 100);
  });

  test('is compared with the whole wherever TypeScript can', () => {
    const compared = readings.filter(({ contentOf }) => isComparable(contentOf));
    const committed = (list: readonly Reading[]) => list.filter(({ name }) => name.startsWith('Committed')).length;
    expect(committed(compared)).toBe(committed(readings));
    expect(committed(readings)).toBeGreaterThan(70 * 4);
    expect(compared.length).toBeGreaterThan(readings.length * 0.8);
  });

  test('is what whoever has the whole can be given to, and fits into the consumers, in TypeScript', () => {
    for (const { name, contentOf } of cases) write(`${name}/types.d.ts`, contentOf('types.d.ts'));
    for (const { at, message, types, contentOf } of readings) {
      write(`${at}/own.d.ts`, printType(message, types, 'ts'));
      const whole = `import type { ${typeNameOf(message.message)} as Whole } from '../types.d.ts';`;
      const own = `import type { ${message.reader.typeName} as Own } from './own.d.ts';`;
      for (const consumer of message.reader.consumers.filter(({ language }) => language === 'ts'))
        write(`${at}/${consumer.file}`, printConsumer(contentOf(consumer.file), consumer, types, message.provenance));
      if (isComparable(contentOf))
        write(`${at}/assigned.ts`, `${whole}\n${own}\ndeclare const whole: Whole;\nexport const read: Own = whole;\n`);
    }
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2023',
      module: 'nodenext',
      types: ['node'],
      skipLibCheck: true,
      allowImportingTsExtensions: true,
    };
    // Declarations of our own are no library: `skipLibCheck` would pass over what is wrong with them.
    for (const { at, message, types } of readings) write(`${at}/declared.ts`, printType(message, types, 'ts'));
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    const run = spawnSync(join(project, 'node_modules/.bin/tsc'), ['-p', scratch], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect((run.stdout + run.stderr).slice(0, 6000)).toBe('');
    expect(run.status).toBe(0);
  }, 300_000);

  test('is beside the types of the whole, which Python imports with every name in them', async () => {
    const whole = [...cases, ...(await casesOf(hostileFiles(MORE_HOSTILE, SEED + 1)))];
    const types = whole.map(({ name, contentOf }, index) => {
      const path = `whole/${name}-${index}/payload_types.py`;
      const text = contentOf('payload_types.py');
      write(path, text);
      // The type of the whole comes last.
      const declared = [...text.matchAll(/^(?:class )?(\w+)(?:\(TypedDict\):|: TypeAlias = | = TypedDict\()/gm)].at(-1);
      return { path: join(scratch, path), type: declared?.[1], example: contentOf('example.json') };
    });
    expect(types.length).toBeGreaterThan(400);
    write('whole/cases.json', JSON.stringify({ types, consumers: [] }));
    const script = join(import.meta.dirname, 'import-types.py');
    const run = spawnSync('python3', [script, join(scratch, 'whole', 'cases.json')], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect((run.stdout + run.stderr).slice(0, 6000)).toBe('');
    expect(run.status).toBe(0);
  }, 300_000);

  test('is imported by Python with every name in it, asks for nothing that the example lacks, and fits into the consumers', () => {
    const types: object[] = [];
    const consumers: object[] = [];
    for (const { at, message, types: own, contentOf } of readings) {
      write(`${at}/own.py`, printType(message, own, 'python'));
      const example = contentOf('example.json');
      types.push({ path: join(scratch, at, 'own.py'), type: message.reader.typeName, example });
      for (const consumer of message.reader.consumers.filter(({ language }) => language === 'python')) {
        write(`${at}/${consumer.file}`, printConsumer(contentOf(consumer.file), consumer, own, message.provenance));
        consumers.push({ path: join(scratch, at, consumer.file) });
      }
    }
    expect(consumers.length).toBeGreaterThan(400);
    write('cases.json', JSON.stringify({ types, consumers }));
    const run = spawnSync('python3', [join(import.meta.dirname, 'import-types.py'), join(scratch, 'cases.json')], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect((run.stdout + run.stderr).slice(0, 6000)).toBe('');
    expect(run.status).toBe(0);
  }, 300_000);

  test.each([
    ['the catalog', () => ({ tree: diskTree(project), of: committedCases() })],
    ['shapes', async () => ({ tree: memoryTree(shapes), of: await casesOf(shapes) })],
    [
      'hostile names',
      async () => ({ tree: memoryTree(hostileFiles(HOSTILE, SEED)), of: await casesOf(hostileFiles(HOSTILE, SEED)) }),
    ],
  ])(
    'is named by the front matter of a service as the catalog reads it: %s',
    async (_what, make) => {
      const { tree, of } = await make();
      const reading = of.flatMap(readingsOf);
      const services = new Map(
        reading.map(({ message, types }, index) => [
          `services/Reader${index}/index.mdx`,
          `---\nid: Reader${index}\nname: Reader\nversion: 1.0.0\n${printFrontMatter(message, types.paths)}---\n`,
        ]),
      );
      const { catalog, diagnostics } = await loadCatalog(withFiles(tree, services));
      expect(diagnostics.filter(({ file }) => file !== undefined && services.has(file))).toEqual([]);
      const faults = catalog.messages.filter(hasContract).flatMap(fieldPathFaults);
      expect(faults.map(({ message }) => message)).toEqual([]);
      const known = new Map(catalog.messages.map((message) => [`${message.id}@${message.version}`, message]));
      for (const [index, { message, types }] of reading.entries()) {
        const consumer = known
          .get(`${message.message}@${message.version}`)
          ?.consumers.find(({ id }) => id === `Reader${index}`);
        expect(consumer?.fields.toSorted()).toEqual(types.paths.toSorted());
      }
    },
    300_000,
  );
});

function withFiles(tree: FileTree, files: ReadonlyMap<string, string>): FileTree {
  return {
    list: async () => [...(await tree.list()), ...files.keys()].toSorted(),
    read: async (path) => {
      const text = files.get(path);
      return text === undefined ? tree.read(path) : { kind: 'text', text };
    },
  };
}
