import { readFileSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { browserScript, importsFromElsewhere } from './browser-script.test-data.ts';

test('find.js is what its modules say: `UPDATE_GOLDEN=1` writes it', async () => {
  const file = new URL('find.js', import.meta.url);
  const made = await browserScript();
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
  // Two modules that give one name to two things would not parse.
  expect(() => new Script(made)).not.toThrow();
});

test('each module of find.js comes behind those that it imports, and imports nothing else', () => {
  expect(importsFromElsewhere()).toEqual([]);
});
