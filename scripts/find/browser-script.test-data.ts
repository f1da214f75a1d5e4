import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { format } from 'prettier';

/** The modules of the search, each behind those that it imports. */
const MODULES = [
  'model/invisible-characters',
  'fields/field-anchor',
  'find/read-query',
  'find/match-text',
  'find/field-index',
  'find/search-messages',
  'find/search-index',
  'find/view-node',
  'find/highlight',
  'find/versions-text',
  'find/full-text',
  'find/result-views',
  'find/find-page',
];

const IMPORT = /^import [^;]*? from '([^']+)';\n/gm;

/**
 * `find.js`: the modules without their types, one behind the other, as one function. It is kept in the repository, so that
 * a catalog gets the same text whatever Node makes of types, and so that nothing has to be built to generate one.
 */
export async function browserScript(): Promise<string> {
  const parts = MODULES.map((name) => {
    const source = readFileSync(join(import.meta.dirname, '..', `${name}.ts`), 'utf8');
    return stripTypeScriptTypes(source)
      .replaceAll(IMPORT, '')
      .replaceAll(/^export /gm, '');
  });
  const withoutComments = parts.join('\n').replaceAll(/^ *\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, '');
  return format(`(() => {\n'use strict';\n${withoutComments}\n})();\n`, {
    parser: 'babel',
    singleQuote: true,
    printWidth: 120,
  });
}

/** What a module imports that is none of the script's own: there must be nothing. */
export function importsFromElsewhere(): readonly string[] {
  return MODULES.flatMap((name, index) => {
    const source = readFileSync(join(import.meta.dirname, '..', `${name}.ts`), 'utf8');
    const before = MODULES.slice(0, index);
    return [...stripTypeScriptTypes(source).matchAll(IMPORT)].flatMap(([, path = '']) => {
      const folder = name.split('/')[0] ?? '';
      const imported = new URL(path, `file:///${folder}/`).pathname.slice(1).replace(/\.ts$/, '');
      return before.includes(imported) ? [] : [`${name} imports ${imported}`];
    });
  });
}
