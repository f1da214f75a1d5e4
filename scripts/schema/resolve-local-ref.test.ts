import { describe, expect, it } from 'vitest';
import { resolveLocalRef } from './resolve-local-ref.ts';

describe('resolveLocalRef', () => {
  const shop = {
    definitions: {
      'a/b': { type: 'string' },
      'ü %': { type: 'null' },
      list: [{ type: 'integer' }],
      byId: { $id: '#sku' },
      '~1': {},
      '50~': {},
    },
    $defs: { anchored: { $anchor: 'price' }, old: { id: '#legacy' } },
  };

  it.each([
    ['#', ''],
    ['#/definitions/a~1b', '/definitions/a~1b'],
    ['#/definitions/%C3%BC%20%25', '/definitions/ü %'],
    ['#/definitions/list/0', '/definitions/list/0'],
    ['#/definitions/~01', '/definitions/~01'],
    ['#/definitions/50~', '/definitions/50~0'],
  ])('follows %s to %j', (ref, pointer) => {
    expect(resolveLocalRef(shop, ref, 'draft-07')?.pointer).toBe(pointer);
  });

  it.each([
    '#/definitions/none',
    '#/definitions/list/00',
    '#/definitions/list',
    '#/constructor',
    '#/definitions/%',
    '#nothing',
    'order.json',
    '',
    '#/definitions/list/0/type',
  ])('finds nothing at %j', (ref) => {
    expect(resolveLocalRef(shop, ref, 'draft-07')).toBeUndefined();
  });

  it('finds anchors as each draft writes them', () => {
    expect(resolveLocalRef(shop, '#sku', 'draft-07')?.pointer).toBe('/definitions/byId');
    expect(resolveLocalRef(shop, '#sku', '2020-12')).toBeUndefined();
    expect(resolveLocalRef(shop, '#price', '2020-12')?.pointer).toBe('/$defs/anchored');
    expect(resolveLocalRef({ definitions: { old: { id: '#legacy' } } }, '#legacy', 'draft-04')?.pointer).toBe(
      '/definitions/old',
    );
  });
});
