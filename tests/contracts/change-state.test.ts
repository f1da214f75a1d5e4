import { describe, expect, test } from 'vitest';
import { changeState, inCode, payloadText, visible, wholeComments } from '../../components/change-state.ts';

interface Version {
  readonly version: string;
  readonly schemaFormat: string;
  readonly files: readonly { readonly path: string; readonly role: string }[];
}

function version(name: string, schemaFormat: string, ...roles: readonly string[]): Version {
  const files = roles.map((role) => ({ path: `OrderPlaced/${name}/${role}.json`, role }));
  return { version: name, schemaFormat, files };
}

/** What the page of the last version says. */
function reasonFor(...versions: readonly Version[]): string {
  const contract = versions.at(-1);
  const state = changeState({ id: 'OrderPlaced', version: contract?.version ?? '1.0.0' }, contract, versions);
  return state.kind === 'nothing' ? state.reason : state.path;
}

describe('a page shows what changed, or says why there is nothing to show', () => {
  const json = (name: string) => version(name, 'json-schema', 'schema');

  test.each<[string, readonly Version[], RegExp]>([
    ['the first version', [json('1.0.0')], /^This is the first version\.$/],
    ['no schema', [json('1.0.0'), version('2.0.0', 'none')], /^This version has no schema/],
    ['Avro', [json('1.0.0'), version('2.0.0', 'avro')], /^The schema of this version is in Avro\./],
    ['Avro before it', [version('1.0.0', 'avro'), json('2.0.0')], /^No earlier version has a schema in JSON Schema/],
    ['not compared yet', [json('1.0.0'), json('2.0.0')], /^It has not been compared/],
    [
      'a change',
      [json('1.0.0'), version('2.0.0', 'json-schema', 'schema', 'changes')],
      /^OrderPlaced\/2\.0\.0\/changes\.json$/,
    ],
    ['not known', [], /^Nothing is known yet of OrderPlaced 1\.0\.0/],
  ])('%s', (_what, versions, expected) => {
    expect(reasonFor(...versions)).toMatch(expected);
  });
});

test('a diff begins and ends with no half of a comment', () => {
  const lines = [
    '    * goods',
    '    */',
    '   a: string;',
    '   /**',
    '-   * old',
    '+   * new',
    '    */',
    '   /**',
    '    * more',
  ];
  expect(wholeComments(lines)).toEqual(lines.slice(2, 7));
  const inside = ['    * goods', '-   * old', '+   * new', '    */', '   a: string;'];
  expect(wholeComments(inside)).toEqual(inside);
});

test('text shows what would not show, and has code where it has backticks', () => {
  expect(visible('a\u202eb\nc')).toBe(String.raw`a\u{202e}b` + '\nc');
  expect(inCode('`id` is new')).toEqual([
    { text: '', isCode: false },
    { text: 'id', isCode: true },
    { text: ' is new', isCode: false },
  ]);
});

test('a long payload is cut', () => {
  expect(payloadText({ order_id: 'A-17' })).toEqual({ text: '{\n  "order_id": "A-17"\n}', isCut: false });
  const { text, isCut } = payloadText(Array.from({ length: 100 }, () => 0));
  expect([text.split('\n').length, isCut]).toEqual([40, true]);
});
