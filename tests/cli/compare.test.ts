import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileValidator } from '../../scripts/schema/validate.ts';
import { runCatalog } from './run-catalog.ts';

const project = join(import.meta.dirname, '..', '..');
const outputSchema = JSON.parse(readFileSync(join(project, 'reference', 'comparison.schema.json'), 'utf8'));

/** No fault: the output is as its own schema has it. */
function faultsOf(output: unknown): readonly unknown[] {
  return compileValidator(outputSchema, '2020-12').faults(JSON.parse(JSON.stringify(output)));
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-compare-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const before = { type: 'object', properties: { sku: { type: 'string' }, count: { type: 'integer', minimum: 0 } } };
const narrower = { type: 'object', properties: { sku: { type: 'string' }, count: { type: 'integer', minimum: 1 } } };

describe('two files', () => {
  test('a narrowing is not safe, and the payload says why', async () => {
    const { code, out } = await runCatalog('compare', write('a.json', before), write('b.json', narrower));
    expect(code).toBe(1);
    expect(out).toContain('✗ backward  breaking');
    expect(out).toContain('{ "count": 0 }');
    expect(out).toContain('✓ forward   compatible');
    expect(out).toContain('`count` must now be at least 1 (before: 0).');
    expect(out).toMatch(/b\.json:9:7/);
    expect(out).toContain('Not safe under BACKWARD with the policy "declared". It needs a new major version.');
  });

  test('the mode decides what fails', async () => {
    const [a, b] = [write('a.json', before), write('b.json', narrower)];
    expect((await runCatalog('compare', a, b, '--mode', 'FORWARD')).code).toBe(0);
    expect((await runCatalog('compare', b, a, '--mode', 'FORWARD')).code).toBe(1);
    expect((await runCatalog('compare', b, a, '--mode', 'BACKWARD')).out).toContain(
      'But consumers that are there already break: see forward.',
    );
    expect((await runCatalog('compare', a, b, '--mode', 'FULL')).code).toBe(1);
    expect((await runCatalog('compare', a, a, '--mode', 'FULL')).code).toBe(0);
  });

  test('the policy decides what may be written', async () => {
    const added = { ...before, properties: { ...before.properties, note: { type: 'string' } } };
    const [a, b] = [write('a.json', before), write('b.json', added)];
    expect((await runCatalog('compare', a, b)).code).toBe(0);
    const strict = await runCatalog('compare', a, b, '--policy', 'strict', '--format', 'json');
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.out).backward.verdict).toBe('breaking');
    const closed = { ...before, additionalProperties: false };
    const [c, d] = [write('c.json', closed), write('d.json', added)];
    expect((await runCatalog('compare', d, c)).code).toBe(1);
    expect((await runCatalog('compare', d, c, '--policy', 'tolerant')).code).toBe(0);
  });

  test('formats refuse values, unless they are annotations', async () => {
    const [a, b] = [write('a.json', { type: 'string' }), write('b.json', { type: 'string', format: 'date' })];
    expect((await runCatalog('compare', a, b)).code).toBe(1);
    expect((await runCatalog('compare', a, b, '--format-annotation')).code).toBe(0);
  });

  test('JSON is as its schema has it, with lines and columns', async () => {
    const { out } = await runCatalog('compare', write('a.json', before), write('b.json', narrower), '--format', 'json');
    const result = JSON.parse(out);
    expect(faultsOf(result)).toEqual([]);
    expect(result.backward).toMatchObject({
      verdict: 'breaking',
      witness: { count: 0 },
      refusal: { instancePointer: '/count', schemaPointer: '/properties/count/minimum', keyword: 'minimum' },
    });
    expect(result.forward).toEqual({ verdict: 'compatible' });
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({
      rule: 'minimum-raised',
      effect: 'narrows',
      path: 'count',
      before: { pointer: '/properties/count/minimum', line: 9, column: 7 },
      after: { pointer: '/properties/count/minimum', line: 9, column: 7 },
      breaks: { backward: { witness: { count: 0 } } },
    });
    expect(result.bump).toBe('major');
  });

  test('a schema in YAML is one too, and references are followed inside the folder', async () => {
    write('money.json', { type: 'number', multipleOf: 0.01 });
    const a = write('a.yaml', 'type: object\nproperties:\n  price:\n    $ref: ./money.json\n');
    const b = write('b.yaml', 'type: object\nproperties:\n  price:\n    type: integer\n');
    const { code, out } = await runCatalog('compare', a, b, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out).backward.witness).toEqual({ price: 0.01 });
  });
});

describe('two versions of a message', () => {
  test('are found in the catalog', async () => {
    const { code, out } = await runCatalog('compare', '--catalog', project, 'OutOfStock', '0.0.3', 'latest');
    expect(code).toBe(0);
    expect(out).toContain('OutOfStock 0.0.3 → OutOfStock 0.0.4');
    expect(out).toContain('"adjustment_reason": "manual"');
    expect(out).toContain('`adjustment_reason` now also allows "manual".');
    expect(out).toContain('It needs a new patch version.');
  });

  test.each([
    [['outofstock', '0.0.1', '0.0.2'], 'Did you mean OutOfStock?'],
    [['OutOfStock', '0.0.1', '9.9.9'], 'OutOfStock has no version 9.9.9. It has 0.0.1, 0.0.2, 0.0.3, 0.0.4.'],
    [['Nothing', '1', '2'], 'There is no message Nothing. The catalog has'],
  ])('%s', async (operands, message) => {
    const { code, err } = await runCatalog('compare', '--catalog', project, ...operands);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('what cannot be compared', () => {
  test.each([
    ['no file', () => [join(folder, 'none.json'), write('a.json', before)], /There is no file .*none\.json/],
    [
      'no JSON',
      () => [write('bad.json', '{"type": '), write('a.json', before)],
      /bad\.json cannot be read as a schema\. Line 1/,
    ],
    ['no schema', () => [write('list.json', '[1]'), write('a.json', before)], /list\.json is no JSON Schema/],
    [
      'a faulty schema',
      () => [write('faulty.json', { type: 'strin' }), write('a.json', before)],
      /faulty\.json:2:\d+: this is no valid schema of draft-07/,
    ],
    ['one operand', () => [write('a.json', before)], /Name two schema files/],
    ['four', () => ['A', '1', '2', '3'], /Name two schema files/],
    ['a mode that is none', () => ['a', 'b', '--mode', 'SIDEWAYS'], /Allowed choices are BACKWARD, FORWARD, FULL/],
    ['steps that are none', () => ['a', 'b', '--steps', '0'], /Expected a whole number above 0/],
  ])('%s', async (_, operands, message) => {
    const { code, out, err } = await runCatalog('compare', ...operands());
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('too few steps leave it unknown, and that is not safe', async () => {
    const [a, b] = [write('a.json', before), write('b.json', narrower)];
    const { code, out } = await runCatalog('compare', a, b, '--steps', '1');
    expect(code).toBe(1);
    expect(out).toContain('? backward  needs a look');
    expect(out).toContain('Neither proved nor refuted: the search took more than 1 steps.');
  });
});

describe('a batch', () => {
  const pairs = [
    { id: 'narrower', before, after: narrower },
    { id: 2, before: narrower, after: before },
    { id: 'same', before: true, after: true },
    { id: 'null', before: { enum: [1, null] }, after: { const: 1 } },
  ];

  test('gives for each line what a single run gives', async () => {
    const file = write('pairs.jsonl', `${pairs.map((pair) => JSON.stringify(pair)).join('\r\n')}\n\n`);
    const { code, out } = await runCatalog('compare', '--batch', file);
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['narrower', 2, 'same', 'null']);
    expect(lines.flatMap(faultsOf)).toEqual([]);
    for (const [at, pair] of pairs.entries()) {
      const [a, b] = [write('a.json', pair.before), write('b.json', pair.after)];
      const single = JSON.parse((await runCatalog('compare', a, b, '--format', 'json')).out);
      const { id: _, ...line } = lines[at];
      expect(withoutFiles(single)).toEqual(line);
    }
    expect(lines[3].backward).toMatchObject({ verdict: 'breaking', witness: null });
  });

  test('ends with 0 when every line is safe', async () => {
    const file = write('safe.jsonl', JSON.stringify({ id: 1, before: narrower, after: before }));
    expect((await runCatalog('compare', '--batch', file)).code).toBe(0);
  });

  test('goes on after a line that is none, and says so', async () => {
    const file = write(
      'broken.jsonl',
      `{"id": 1,\n${JSON.stringify({ id: 2, before: 7, after: true })}\n${JSON.stringify(pairs[0])}\n`,
    );
    const { code, out, err } = await runCatalog('compare', '--batch', file);
    expect(code).toBe(2);
    expect(err).toContain('broken.jsonl:1: expected an object with "id", "before" and "after"');
    expect(err).toContain('broken.jsonl:2: expected "before" and "after" to be JSON Schemas');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ backward }) => backward.verdict)).toEqual(['unknown', 'unknown', 'breaking']);
    expect(lines.flatMap(faultsOf)).toEqual([]);
  });
});

/** What only a single run knows. */
function withoutFiles(result: { findings: readonly object[] }) {
  const findings = result.findings.map((finding) =>
    Object.fromEntries(
      Object.entries(finding).map(([key, value]) => [
        key,
        key === 'before' || key === 'after' ? { pointer: value.pointer } : value,
      ]),
    ),
  );
  return { ...result, findings };
}
