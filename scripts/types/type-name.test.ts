import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionNameOf, typeNameOf, uniqueName } from './type-name.ts';

describe('the name of a type', () => {
  test.each([
    ['OutOfStock', 'OutOfStock'],
    ['out-of-stock', 'OutOfStock'],
    ['order.created.v2', 'OrderCreatedV2'],
    ['order_created', 'OrderCreated'],
    ['HTTPFailed', 'HTTPFailed'],
    ['123x', '_123x'],
    ['größe geändert', 'GrößeGeändert'],
    ['注文確定', '注文確定'],
    ['record', 'RecordMessage'],
    ['String', 'StringMessage'],
    ['class', 'Class'],
    ['', 'Message'],
    ['---', 'Message'],
    ['__proto__', 'Proto'],
    ['*/ evil ${x}', 'EvilX'],
    ['\u202Eorder', 'Order'],
    // Letters since Unicode 16 and 17, and beyond the basic plane: not to every compiler.
    ['a\u1c89b\ua7d2c\u{32657}d', 'ABCD'],
  ])('of %j is %s', (id, name) => {
    expect(typeNameOf(id)).toBe(name);
  });

  test('of a definition says that it is a type, where it must differ from a built-in', () => {
    expect(definitionNameOf('date')).toBe('DateType');
    expect(definitionNameOf('postal-address')).toBe('PostalAddress');
  });

  test('is a legal identifier, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(typeNameOf(id)).toMatch(/^[_\p{ID_Start}]\p{ID_Continue}*$/u);
      }),
      { seed: 20261124 },
    );
  });

  test('is counted up when it is taken', () => {
    expect(uniqueName('Sku', new Set())).toBe('Sku');
    expect(uniqueName('Sku', new Set(['Sku', 'Sku2']))).toBe('Sku3');
  });
});
