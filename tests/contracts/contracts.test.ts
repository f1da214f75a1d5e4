import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderProvenance } from '../../scripts/model/provenance.ts';

const project = join(import.meta.dirname, '..', '..');
const contracts = join(project, 'public', 'contracts');
const scratch = join(project, 'node_modules', '.cache', `contracts-test-${process.pid}`);

interface IndexFile {
  readonly path: string;
  readonly sha256: string;
  readonly role: string;
}
interface IndexVersion {
  readonly version: string;
  /** The page of the version, from the catalog's root. */
  readonly source: string;
  readonly schemaFormat: string;
  readonly contentHash: string | null;
  readonly consumers: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly files: readonly IndexFile[];
}
interface Index {
  readonly messages: readonly {
    readonly id: string;
    readonly examples: { readonly path: string; readonly sha256: string } | null;
    readonly versions: readonly IndexVersion[];
  }[];
}

const index: Index = JSON.parse(readFileSync(join(contracts, 'index.json'), 'utf8'));
const known = index.messages.flatMap(({ id, versions: all }) => all.map((version) => ({ id, ...version })));
const versions = known.filter(({ contentHash }) => contentHash !== null);
/** Versions that no contract is made of. */
const others = known.filter(({ contentHash }) => contentHash === null);
const pathsOf = (role: string) =>
  versions.flatMap(({ files }) => files.filter((file) => file.role === role).map(({ path }) => path));
const read = (path: string) => readFileSync(join(contracts, path), 'utf8');

beforeAll(() => mkdirSync(scratch, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What `tsc --strict` says of some files; empty when it accepts them all. */
function typeErrors(files: readonly string[]): string {
  const config = join(scratch, 'tsconfig.json');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    typeRoots: [join(project, 'node_modules', '@types')],
    skipLibCheck: false,
    // The Kafka client's own declarations are not ours to check, and ours are checked by name below.
    ...(files.some((file) => file.includes('platformatic')) ? { skipLibCheck: true } : {}),
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const run = spawnSync(join(project, 'node_modules', '.bin', 'tsc'), ['-p', config], { encoding: 'utf8' });
  return `${run.stdout}${run.stderr}`;
}

describe('the committed contracts', () => {
  test('are those of every version with a JSON Schema, and of no other', () => {
    const keys = versions.map(({ id, version }) => `${id}@${version}`);
    expect(keys).toHaveLength(75);
    expect(new Set(keys).size).toBe(75);
    expect(index.messages).toHaveLength(39);
    expect(keys.filter((key) => key.startsWith('OutOfStock@'))).toEqual(
      ['0.0.1', '0.0.2', '0.0.3', '0.0.4'].map((version) => `OutOfStock@${version}`),
    );
    expect(others.map(({ id, version, schemaFormat }) => [id, version, schemaFormat])).toEqual([
      ['CustomerErased', '0.1.0', 'none'],
      ['ParcelScanned', '1.0.0', 'avro'],
    ]);
    for (const { files } of versions) {
      const roles = new Set(files.map(({ role }) => role));
      for (const role of ['schema', 'types', 'python-types', 'example', 'fields']) expect(roles).toContain(role);
    }
  });

  test('say near the top of each file that can have a comment which schema it is made from', () => {
    for (const version of versions) {
      const line = renderProvenance(version, version.contentHash ?? '');
      for (const { path } of version.files.filter((file) => !file.path.endsWith('.json')))
        expect(read(path).split('\n', 2).join('\n'), path).toContain(line);
    }
  });

  test('have a type that tsc --strict accepts, and that their example fits', () => {
    const files = versions.map(({ id, version }) => {
      const file = join(scratch, `${id}-${version}.ts`);
      const types = join(contracts, id, version, 'types.d.ts');
      const example = read(`${id}/${version}/example.json`);
      writeFileSync(
        file,
        `import type { ${id} } from ${JSON.stringify(types)};\nexport const example: ${id} = ${example}`,
      );
      return file;
    });
    expect(typeErrors([...files, ...pathsOf('types').map((path) => join(contracts, path))])).toBe('');
  });

  test('have a type that refuses what the schema refuses', () => {
    const file = join(scratch, 'refused.ts');
    writeFileSync(
      file,
      `import type { OutOfStock } from ${JSON.stringify(join(contracts, 'OutOfStock', '0.0.4', 'types.d.ts'))};
import type { AnyMessage, LatestMessages, MessageVersions } from ${JSON.stringify(join(contracts, 'events.d.ts'))};
const example: OutOfStock = ${read('OutOfStock/0.0.4/example.json')};
// @ts-expect-error a reason that there is none of
export const reason: OutOfStock['adjustment_reason'] = 'stolen';
// @ts-expect-error a text where a number belongs
export const quantity: OutOfStock = { ...example, new_quantity: '150' };
// @ts-expect-error a field that is not there
export const extra: OutOfStock = { ...example, colour: 'red' };
export const latest: LatestMessages['OutOfStock'] = example;
export const exact: MessageVersions['OutOfStock@0.0.4'] = example;
export function quantityOf(message: AnyMessage): number | undefined {
  return message.message === 'OutOfStock' && message.version === '0.0.1' ? message.payload.quantity : undefined;
}
`,
    );
    expect(typeErrors([file])).toBe('');
  });

  test('have TypeScript programs that tsc --strict accepts', () => {
    const programs = [...pathsOf('producer'), ...pathsOf('consumer')].filter((path) => path.endsWith('.ts'));
    expect(programs.length).toBeGreaterThan(0);
    expect(typeErrors(programs.map((path) => join(contracts, path)))).toBe('');
  });

  test('have Python programs that compile', () => {
    const programs = [...pathsOf('producer'), ...pathsOf('consumer')].filter((path) => path.endsWith('.py'));
    expect(programs.length).toBeGreaterThan(0);
    const script = 'import sys\nfor path in sys.argv[1:]: compile(open(path, encoding="utf-8").read(), path, "exec")';
    execFileSync('python3', ['-c', script, ...programs.map((path) => join(contracts, path))]);
  });

  test('have types for Python that can be imported, with every name in them, and ask for nothing that the example lacks', () => {
    const cases = versions.map(({ id, version }) => ({
      path: join(contracts, id, version, 'payload_types.py'),
      type: id,
      example: read(`${id}/${version}/example.json`),
    }));
    const file = join(scratch, 'cases.json');
    writeFileSync(file, JSON.stringify({ types: cases, consumers: [] }));
    const script = join(project, 'tests', 'components', 'import-types.py');
    expect(execFileSync('python3', [script, file], { encoding: 'utf8' })).toBe('');
  });

  test('have an example, and examples, that their published schema accepts', () => {
    for (const { id, version, source } of versions) {
      const schema = JSON.parse(read(`${id}/${version}/schema.json`));
      const Validator = schema.$schema.includes('draft-07') ? Ajv : Ajv2020;
      // What all kinds of an object have in common stands beside them.
      const ajv = new Validator({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
      ajv.addVocabulary(['discriminator', 'x-deprecated']);
      formats.default(ajv);
      const validate = ajv.compile(schema);
      const folder = join(project, dirname(source), 'examples');
      const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(examples.length).toBeGreaterThan(0);
      for (const text of [read(`${id}/${version}/example.json`), ...examples]) {
        expect(validate(JSON.parse(text)), `${id}@${version}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      }
    }
  });

  test('are published at the address that their schema has as its $id', () => {
    for (const path of pathsOf('schema')) {
      expect(JSON.parse(read(path)).$id).toBe(`https://events.awesome-fake-company.example/contracts/${path}`);
    }
  });

  test('are listed in the index with the hash of each file', () => {
    const examples = index.messages.flatMap((message) => message.examples ?? []);
    const listed = [...versions.flatMap(({ files }) => files), ...examples];
    for (const { path, sha256 } of listed) {
      expect(sha256, path).toBe(createHash('sha256').update(read(path)).digest('hex'));
    }
    const onDisk = readdirSync(contracts, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && dirname(join(entry.parentPath, entry.name)) !== contracts)
      .map((entry) => join(entry.parentPath, entry.name).slice(contracts.length + 1));
    expect(listed.map(({ path }) => path).toSorted()).toEqual(onDisk.toSorted());
  });

  test('name the producer and both consumers of OutOfStock, and the fields that one of them reads', () => {
    const latest = versions.find(({ id, version }) => id === 'OutOfStock' && version === '0.0.4');
    expect(latest?.consumers.map(({ id, fields }) => [id, fields])).toEqual([
      ['ReplenishmentService', []],
      ['StorefrontService', ['product_id', 'timestamp']],
    ]);
  });
});
