import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dialect } from '../model/message.ts';
import { hostileSchema, hostileText } from './compiled-types.hostile.ts';
import { stories } from './compiled-types.stories.ts';
import { renderTypes } from './render-types.ts';

/** What the compiler says of the files: nothing, when all is well. */
function compile(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const options = {
      target: 'es2024',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...options, allowImportingTsExtensions: true } }),
    );
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc');
    const { stdout, stderr } = spawnSync(tsc, ['-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the types accept what they should, and refuse what they should', async () => {
  const files = new Map<string, string>();
  for (const [index, { schema, dialect = '2020-12', openObjects = false, valid, invalid }] of stories.entries()) {
    files.set(`story${index}.ts`, await renderTypes({ schema, dialect, openObjects, typeName: 'Payload', header: [] }));
    const uses = [
      ...valid.map((value, use) => `export const valid${use}: Payload = ${value};`),
      ...invalid.map((value, use) => `// @ts-expect-error\nexport const invalid${use}: Payload = ${value};`),
    ];
    files.set(`use${index}.ts`, `import type { Payload } from './story${index}.ts';\n${uses.join('\n')}\n`);
  }
  const said = compile(files);
  expect(
    said,
    said.replaceAll(/(?:story|use)(\d+)\.ts/g, (file, index) => `${file} (${stories[Number(index)]?.name})`),
  ).toBe('');
});

const SEED = 20261124;

test(`hostile schemas give types that compile (seed ${SEED})`, async () => {
  const dialects: readonly Dialect[] = ['draft-04', 'draft-07', '2019-09', '2020-12', '2020-12'];
  const samples = fc.sample(fc.tuple(hostileSchema, hostileSchema, hostileSchema, hostileText), {
    seed: SEED,
    numRuns: 300,
  });
  const files = new Map<string, string>();
  for (const [index, [schema, first, second, header]] of samples.entries()) {
    const document = typeof schema === 'boolean' ? {} : schema;
    const rendered = await renderTypes({
      schema: { ...document, $defs: { a: { properties: { first } }, '*/': { items: second } } },
      dialect: dialects[index % dialects.length] ?? '2020-12',
      openObjects: index % 3 === 0,
      typeName: 'Payload',
      header: [header],
    });
    expect(rendered.replaceAll(/[\n\u200C\u200D]/g, '')).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028]/u,
    );
    files.set(`sample${index}.ts`, `${rendered}\nexport type Used = Payload;\n`);
  }
  const said = compile(files);
  const first = /sample\d+\.ts/.exec(said)?.[0];
  expect(said, `${said}\n${first === undefined ? '' : files.get(first)}`).toBe('');
});
