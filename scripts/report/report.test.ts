import { describe, expect, test } from 'vitest';
import { diagnose } from '../model/diagnostics.ts';
import { printable, wrap } from './console.ts';
import { countText, diagnosticsText } from './diagnostics-text.ts';
import { planDiff } from './plan-text.ts';

const console = { out: () => undefined, err: () => undefined, columns: 80, hasColor: false };
const place = { file: 'events/OrderPlaced/index.mdx', line: 3, column: 1 };
const assumed = (id: string) => diagnose('topic-assumed', { key: `${id}@1.0.0`, topic: id.toLowerCase() }, place);

describe('diagnostics', () => {
  test('fit into the width, and say what to do next', () => {
    const text = diagnosticsText([diagnose('field-missing', { field: 'version' }, place)], console, false);
    expect(text).toBe(
      [
        'error events/OrderPlaced/index.mdx:3:1 field-missing',
        '  Expected the front matter field `version`, found none.',
        '  > Add `version: …` to the front matter.',
        '',
      ].join('\n'),
    );
    const long = diagnosticsText([diagnose('path-outside-catalog', { path: '../'.repeat(12) }, place)], console, false);
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('of which nobody has to do anything are counted where they are many, and listed when asked for', () => {
    const infos = Array.from({ length: 9 }, (_none, index) => assumed(`Order${index}`));
    expect(diagnosticsText(infos.slice(0, 2), console, false).match(/^info /gm)).toHaveLength(2);
    expect(diagnosticsText(infos, console, false).replaceAll(/\s+/g, ' ')).toContain('And 8 more like it');
    expect(diagnosticsText(infos, console, true).match(/^info /gm)).toHaveLength(9);
    expect(diagnosticsText([], console, true)).toBe('');
  });

  test('are counted, one as one', () => {
    const fault = diagnose('front-matter-missing', {}, place);
    const warning = diagnose('version-not-quoted', { found: '1' }, place);
    expect(countText([fault, warning, warning, assumed('Order')])).toBe('1 error, 2 warnings');
  });
});

describe('text of a catalog', () => {
  test('does not steer the terminal', () => {
    expect(printable('a\u{1b}[2Jb\u202ec')).toBe('a\\u{1b}[2Jb\\u{202e}c');
  });

  test('is broken at spaces, and a long word stays whole', () => {
    expect(wrap('one two three', 9, '  ')).toBe('  one two\n  three');
    expect(wrap('a-very-long-word', 5, '')).toBe('a-very-long-word');
  });
});

describe('a diff', () => {
  const change = (kind: 'create' | 'update' | 'delete', path: string, before: string, after: string) => ({
    kind,
    path,
    before,
    after,
  });

  test('shows each change once, with its path', () => {
    expect(planDiff([change('update', 'a.json', '1\n', '2\n'), change('delete', 'b.json', '1\n', '')], console)).toBe(
      '--- a.json\n+++ a.json\n@@ -1,1 +1,1 @@\n-1\n+2\n--- b.json\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n',
    );
  });

  test('shows line ends that differ', () => {
    expect(planDiff([change('update', 'a.json', '1\r\n', '1\n')], console)).toContain('-1\\r\n+1\n');
  });

  test('ends in time, and says so, when files have nothing in common or are many', () => {
    const lines = (word: string) => Array.from({ length: 30_000 }, (_none, index) => `${word}${index}\n`).join('');
    expect(planDiff([change('update', 'a.json', lines('a'), lines('b'))], console)).toContain('too much differs');
    const short = planDiff([change('create', 'a.json', '', lines('a').slice(0, 900))], console);
    expect(short.split('\n').at(-2)).toMatch(/^… and \d+ more lines of a\.json$/);
    const many = Array.from({ length: 30 }, (_none, index) => change('create', `${index}.json`, '', '1\n'));
    expect(planDiff(many, console)).toContain('\n+ 29.json\n');
  });
});
