import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../scripts/command-line.ts';
import { reporters } from '../../scripts/report/reporters/index.ts';
import { buildRepository, messagePage, schemaText, type ReviewRepository } from './review-repository.ts';
import type { CommandRun } from './run-catalog.ts';
import { money, newOrder, order, orderSchema, shop } from './review-shop.ts';

let repository: ReviewRepository;
beforeAll(() => {
  repository = buildRepository(shop);
  repository.propose('additive', newOrder('1.1.0', orderSchema({ note: { type: 'string' } })));
  repository.propose('mixed', {
    ...newOrder('1.0.1', orderSchema({ total: { type: 'string' } })),
    'shared/money.json': money({ type: 'string' }),
    'events/OutOfStock/schema.json': '{ "type": ',
  });
  const added = Array.from({ length: 60 }, (_none, at) => [
    [`events/New${at}/index.mdx`, messagePage({ id: `New${at}`, version: '1.0.0' })],
    [`events/New${at}/schema.json`, schemaText({ type: 'object' })],
  ]);
  repository.propose('sixty', Object.fromEntries(added.flat()));
  repository.propose('gone', { [order]: undefined });
});
afterAll(() => repository.remove());

async function run(...argv: readonly string[]): Promise<CommandRun> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommandLine(
    ['review', '--catalog', repository.folder, '--today', '2026-06-01', ...argv],
    { out: (text) => void out.push(text), err: (text) => void err.push(text), columns: 80, hasColor: false },
    undefined,
    { PATH: process.env['PATH'] },
  );
  return { code, out: out.join(''), err: err.join('') };
}

describe('catalog review', () => {
  test('ends with 0 where nothing is wrong, and fits into 80 columns', async () => {
    const { code, out, err } = await run('--base', 'main', '--head', 'additive');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('OrderPlaced');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('tells of sixty new messages in a few lines', async () => {
    const { code, out } = await run('--base', 'main', '--head', 'sixty');
    expect(code).toBe(0);
    expect(out).toMatch(/60 messages are new: `New0`, .* and 41 more\./s);
    expect(out.split('\n').length).toBeLessThan(15);
  });

  test('says whom to ask of what is removed and still read', async () => {
    const { code, out } = await run('--base', 'main', '--head', 'gone');
    expect(code).toBe(1);
    expect(out).toMatch(/Ask `billing-team` .*`orders-team` .*`warehouse-team`/s);
  });

  test('ends with 1 where something is, and says it in each format, with the very same errors', async () => {
    for (const { id } of reporters) {
      const { code, out } = await run('--base', 'main', '--head', 'mixed', '--format', id);
      expect(code).toBe(1);
      for (const told of ['OrderPlaced', 'PricedK', 'bump-too-small', 'published-version-edited', 'json-invalid'])
        expect(`${id}: ${out}`).toContain(told);
      expect(await run('--base', 'main', '--head', 'mixed', '--format', id)).toEqual({ code, out, err: '' });
    }
  });

  test('writes more formats beside, as its own schema has them', async () => {
    const folder = join(repository.folder, '.git', 'review');
    const files = reporters.flatMap(({ id }) => ['--write', `${id}=${join(folder, id)}`]);
    const { code } = await run('--base', 'main', '--head', 'mixed', ...files);
    expect(code).toBe(1);
    for (const { id } of reporters) expect(readFileSync(join(folder, id), 'utf8').length).toBeGreaterThan(100);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../reference/review.schema.json'), 'utf8'));
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const review = JSON.parse(readFileSync(join(folder, 'json'), 'utf8'));
    expect([isValid(review), isValid.errors]).toEqual([true, null]);
    expect(isValid({ ...review, isGood: 'perhaps' })).toBe(false);
  });

  test('ends with 2 where it cannot run, and says what to do', async () => {
    const cases: readonly (readonly [RegExp, readonly string[]])[] = [
      [/required option '--base <ref>'/, []],
      [/There is no commit "nowhere" \(--base\)/, ['--base', 'nowhere']],
      [/Expected a day such as 2026-12-31/, ['--base', 'main', '--today', '2026-02-30']],
      [/Allowed choices are terminal, markdown/, ['--base', 'main', '--format', 'pdf']],
      [/There is no format pdf/, ['--base', 'main', '--write', 'pdf=review.pdf']],
      [/Expected a format and a file/, ['--base', 'main', '--write', 'html']],
      [/could not be written/, ['--base', 'main', '--write', `html=${repository.folder}`]],
    ];
    for (const [message, argv] of cases) {
      const { code, out, err } = await run(...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    }
  });
});
