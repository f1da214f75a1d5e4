import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { deprecatedFields } from './deprecated-fields.ts';

function fieldsOf(bundled: JsonObject) {
  return deprecatedFields({ file: 'schema.json', dialect: '2020-12', bundled, sources: [], origins: [] });
}

describe('the deprecated fields of a schema', () => {
  test('are named by the way to them', () => {
    const old: JsonObject = { deprecated: true };
    const fields = fieldsOf({
      properties: {
        a: old,
        properties: { properties: { items: old } },
        list: { items: { anyOf: [{ properties: { b: old } }, { properties: { b: old } }] } },
        fine: { deprecated: false },
      },
      $defs: { Money: { properties: { cents: old } }, Old: old },
    });
    expect(fields.map(({ path }) => path)).toEqual(['a', 'properties.items', 'list[].b', 'Money.cents']);
  });

  test('are told with what is promised of them, whatever else stands there', () => {
    const fields = fieldsOf({
      properties: {
        a: { 'x-deprecated': { since: '1.2.0', removeAfter: '2027-03-31', replacedBy: 'b', more: true } },
        b: { 'x-deprecated': { since: 3, removeAfter: '', replacedBy: null } },
        c: { 'x-deprecated': 'yes' },
      },
    });
    expect(fields).toEqual([{ path: 'a', since: '1.2.0', removeAfter: '2027-03-31', replacedBy: 'b' }, { path: 'b' }]);
  });
});
