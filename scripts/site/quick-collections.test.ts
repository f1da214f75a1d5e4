import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const core = dirname(createRequire(import.meta.url).resolve('@eventcatalog/core/package.json'));
const collections = join(core, 'eventcatalog', 'src', 'utils', 'collections');
const folder = mkdtempSync(join(tmpdir(), 'quick-collections-'));
const HOOK = `--import=${new URL('quick-collections.mjs', import.meta.url).href}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Each in a stand-in for the part that Astro makes of it: all that it imports counts how often it is asked, and has nothing.
const STAND_IN = `
let asked = 0;
export const count = () => asked;
export const nothing = async () => { asked += 1; return []; };
export const none = () => new Map();
`;

function writePart(name: string): string {
  const source = stripTypeScriptTypes(readFileSync(join(collections, `${name}.ts`), 'utf8'));
  const imported = [...source.matchAll(/^import (\w+|\{[^}]*\})? ?from '[^']*';$/gm)].flatMap(([, names = '']) =>
    names
      .replace(/[{}]/g, '')
      .split(',')
      .map((one) => one.trim().split(' as ').at(-1) ?? '')
      .filter((one) => one !== '' && !one.startsWith('type ')),
  );
  const standIns = imported.map((one) => `const ${one} = ${one.startsWith('get') ? 'nothing' : 'none'};`);
  const own = source.replace(/^import [^;]*;$/gm, '').replace(/^export \{[^}]*\} from [^;]*;$/gm, '');
  const part = join(folder, 'chunks', `${name}.mjs`);
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'chunks', 'stand-in.mjs'), STAND_IN);
  writeFileSync(
    part,
    `import { nothing, none, count } from './stand-in.mjs';\n${standIns.join('\n')}\n${own}\nexport { count };\n`,
  );
  return part;
}

/** How often the collections are read by the first and by the second of two pages. */
function readsOf(name: string, ask: string, ...flags: readonly string[]): readonly number[] {
  const program = `
    const part = await import(${JSON.stringify(writePart(name))});
    await part.${ask}();
    const first = part.count();
    await part.${ask}();
    console.log(JSON.stringify([first, part.count() - first]));
  `;
  return JSON.parse(
    execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', program], { encoding: 'utf8' }),
  );
}

test.each([
  ['agents', 'getAgents'],
  ['flows', 'getFlows'],
  ['domains', 'getDomains'],
  ['queries', 'getQueries'],
  ['commands', 'getCommands'],
  ['data-products', 'getDataProducts'],
  ['teams', 'getTeams'],
  ['users', 'getUsers'],
])('a catalog without %s reads its messages once and not for every page', (name, ask) => {
  const [first, second] = readsOf(name, ask);
  // As it comes, each page reads them all; where this ends the mend has had its day.
  expect(second).toBe(first);
  expect(readsOf(name, ask, HOOK)).toEqual([first, 0]);
});

test('no collection of the version that is installed is left out', () => {
  const kept = readdirSync(collections)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, source: readFileSync(join(collections, name), 'utf8') }))
    .filter(({ source }) => /memoryCache(\[\w+\])?\.length > 0/.test(source))
    .map(({ name }) => name);
  expect(kept.length).toBeGreaterThan(10);
  for (const name of kept) {
    const part = writePart(name.replace(/\.ts$/, ''));
    const program = `import module from 'node:module';
      const { load } = module.registerHooks({ load: (url, context, next) => {
        const loaded = next(url, context);
        if (url.endsWith(${JSON.stringify(name.replace(/\.ts$/, '.mjs'))})) console.log(String(loaded.source));
        return loaded;
      } });
      await import(${JSON.stringify(part)});`;
    const source = execFileSync(process.execPath, [HOOK, '--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect(source).toContain('memoryCache');
    expect(source).not.toMatch(/memoryCache(\[\w+\])?\.length > 0/);
  }
});
