import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const SCHEMA = JSON.stringify({ type: 'object', properties: { sku: { type: 'string', examples: ['A-1'] } } }, null, 2);

const PROGRAM = `
const { createElement } = require('react');
const { renderToString } = require('react-dom/server');
const { Prism } = require('react-syntax-highlighter');
const { vscDarkPlus } = require('react-syntax-highlighter/dist/cjs/styles/prism');
const { default: highlighted } = require('react-syntax-highlighter/dist/cjs/create-element');
const page = renderToString(createElement(Prism, { language: 'json', style: vscDarkPlus, children: ${JSON.stringify(SCHEMA)} }));
console.log(JSON.stringify({ page, isQuick: String(highlighted).includes('gathered.get') }));
`;

function highlight(...flags: readonly string[]): { readonly page: string; readonly isQuick: boolean } {
  return JSON.parse(execFileSync(process.execPath, [...flags, '--eval', PROGRAM], { encoding: 'utf8' }));
}

test('schemas are highlighted as ever, and quicker with the version that is installed', () => {
  const usual = highlight();
  const quick = highlight(`--import=${new URL('quick-highlighting.mjs', import.meta.url).href}`);
  expect([usual.isQuick, quick.isQuick]).toEqual([false, true]);
  expect(usual.page).toContain('sku');
  expect(quick.page).toBe(usual.page);
});
