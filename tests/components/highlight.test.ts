import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight } from '../../components/highlight.ts';
import { hostileText } from '../../scripts/snippets/hostile-texts.test-data.ts';

const LANGUAGES = ['ts', 'python', 'java', 'go', 'sh', 'json', 'yaml', 'xml', 'diff', 'txt', ''] as const;

const contracts = join(import.meta.dirname, '../../public/contracts/OrderPlaced/2.1.0');

/** What stands out of a piece of code, with what it is. */
function told(code: string, language: string): readonly string[] {
  return highlight(code, language)
    .filter(({ kind }) => kind !== '')
    .map(({ kind, text }) => `${kind} ${text}`);
}

describe('the tokens of a piece of code', () => {
  test.each(LANGUAGES)('are the code itself, whatever it is: %j', (language) => {
    const piece = fc.oneof(
      hostileText,
      fc.constantFrom('"', "'", '`', '//', '/*', '*/', '#', '\\', '\n', 'if', '+', '-'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const code = pieces.join('');
        const tokens = highlight(code, language);
        expect(tokens.map(({ text }) => text).join('')).toBe(code);
      }),
    );
  });

  test.each([
    ['consumer.kafkajs.ts', 'ts'],
    ['consumer.kafka-python.py', 'python'],
    ['consumer.kafka-clients.java', 'java'],
    ['consumer.franz-go.go', 'go'],
    ['consumer.kcat.sh', 'sh'],
    ['example.json', 'json'],
    ['types.d.ts', 'ts'],
    ['payload_types.py', 'python'],
  ])('of %s are the file', (name, language) => {
    const code = readFileSync(join(contracts, name), 'utf8');
    const tokens = highlight(code, language);
    expect(tokens.map(({ text }) => text).join('')).toBe(code);
    expect(tokens.some(({ kind }) => kind === 'string')).toBe(true);
  });

  test('are no comment within a text, and no text within a comment', () => {
    expect(told("connect('http://localhost') // it's here", 'ts')).toEqual([
      "string 'http://localhost'",
      "comment // it's here",
    ]);
    expect(told('/* "a" // b */ x', 'java')).toEqual(['comment /* "a" // b */']);
    expect(told('COLOUR = "#fff"  # \'red\'', 'python')).toEqual(['string "#fff"', "comment # 'red'"]);
    expect(told(`echo '#1' "a#b" # done`, 'sh')).toEqual([`string '#1'`, 'string "a#b"', 'comment # done']);
    expect(told('a := `//\\` + "\\"//"', 'go')).toEqual(['string `//\\`', 'string "\\"//"']);
    expect(told('{"a//b": true, "#": null}', 'json')).toEqual([
      'string "a//b"',
      'word true',
      'string "#"',
      'word null',
    ]);
  });

  test('are no comment within a word of a shell, and none in a number of anything', () => {
    expect(told('n=${#list} a#b $#', 'sh')).toEqual([]);
  });

  test('are words of the language by themselves, and not in names', () => {
    expect(told('const constant = new_new + ifs', 'ts')).toEqual(['word const']);
    expect(told('def define(None_): return None', 'python')).toEqual(['word def', 'word return', 'word None']);
  });

  test('are lines that came and went, in a diff', () => {
    expect(told(' a\n-b\n+c\n', 'diff')).toEqual(['removed -b\n', 'added +c\n']);
  });

  test('take no longer than the code is long', () => {
    for (const language of LANGUAGES) {
      for (const start of ['"', '"\\', '/*', '`', "'''", '#', 'a']) {
        const code = start.repeat(50_000);
        expect(
          highlight(code, language)
            .map(({ text }) => text)
            .join(''),
        ).toBe(code);
      }
    }
  }, 20_000);
});
