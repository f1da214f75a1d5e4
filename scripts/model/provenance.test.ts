import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProvenance, renderProvenance } from './provenance.ts';

const HASH = '1f3a9c0d2b4e5f67';
const LINE = `OutOfStock@0.0.4 sha256:${HASH}`;
const FOUND = { id: 'OutOfStock', version: '0.0.4', hash: HASH };

describe('a provenance', () => {
  test('names message, version and the first digits of the hash', () => {
    expect(renderProvenance({ id: 'OutOfStock', version: '0.0.4' }, HASH.repeat(4))).toBe(LINE);
  });

  test.each([
    ['Order placed', 'Order%20placed'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
    ['a*/b', 'a%2A%2Fb'],
    [`it's "it"`, 'it%27s%20%22it%22'],
    ['--a--b---c-', '%2D-a%2D-b%2D%2D-c%2D'],
    ['order-placed_v2.json', 'order-placed_v2.json'],
    ['1.0.0+build(1)', '1.0.0%2Bbuild%281%29'],
    ['50%25', '50%2525'],
    ['--', '%2D%2D'],
  ])('of %j is written %s', (name, written) => {
    const line = renderProvenance({ id: name, version: name }, HASH);
    expect(line).toBe(`${written}@${written} sha256:${HASH}`);
    expect(findProvenance(line)).toEqual([{ id: name, version: name, hash: HASH, line: 1 }]);
  });

  test('comes back, whatever the names are, and has nothing that a language could obey', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(name, name, (id, version) => {
        const line = renderProvenance({ id, version }, HASH);
        expect(line).toMatch(/^[\w.%@-]+ sha256:[0-9a-f]{16}$/);
        expect(line).not.toMatch(/^-|--|-@|- /);
        expect(findProvenance(line)).toEqual([
          { id: id.toWellFormed(), version: version.toWellFormed(), hash: HASH, line: 1 },
        ]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('in a text', () => {
  test.each([
    `// ${LINE}`,
    `//${LINE}`,
    `\t\t# ${LINE}   `,
    `#${LINE}`,
    ` * ${LINE}`,
    `/*${LINE}*/`,
    `<!-- ${LINE} -->`,
    `<!--${LINE}-->`,
    `--${LINE}`,
    `{ "$comment": "${LINE}" }`,
    `"""${LINE}"""`,
    `Copied from ${LINE}.`,
    `\`${LINE}\``,
    `OutOfStock@0.0.4  \u00a0sha256:${HASH}`,
    `// do not edit. OutOfStock@0.0.4\n// sha256:${HASH}`,
    `  # OutOfStock@0.0.4\r\n  # sha256:${HASH}\r\n`,
    ` * OutOfStock@0.0.4\n * sha256:${HASH}`,
  ])('it is found: %j', (text) => {
    expect(findProvenance(text)).toEqual([{ ...FOUND, line: 1 }]);
  });

  test('it is found in the line in which it stands, whatever the line ends', () => {
    const lines = ['#!/bin/sh', `# ${LINE}`, '', 'true', `# ${LINE}`, `# ${LINE.replace('4', '3')}`];
    for (const end of ['\n', '\r\n'])
      expect(findProvenance(lines.join(end)).map(({ version, line }) => [version, line])).toEqual([
        ['0.0.4', 2],
        ['0.0.4', 5],
        ['0.0.3', 6],
      ]);
  });

  test.each([
    'nothing',
    `OutOfStock sha256:${HASH}`,
    `OutOfStock@0.0.4sha256:${HASH}`,
    `OutOfStock@0.0.4 sha256:${HASH.slice(1)}`,
    `OutOfStock@0.0.4 sha256:${HASH}0`,
    `shop@sha256:${HASH.repeat(4)}`,
    `@0.0.4 sha256:${HASH}`,
    `Out%FFOfStock@0.0.4 sha256:${HASH}`,
    `OutOfStock@0.0.4 sha256:${HASH.toUpperCase()}`,
  ])('it is not found: %j', (text) => {
    expect(findProvenance(text)).toEqual([]);
  });

  test.each(['a', 'a-', 'a@', '%20', 'a ', 'a@a ', '- ', '-'])('the time grows with its length only: %j', (piece) => {
    const text = `${piece.repeat(300_000)} sha256:`;
    const start = performance.now();
    expect(findProvenance(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
