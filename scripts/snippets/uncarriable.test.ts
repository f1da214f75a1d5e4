import { describe, expect, it } from 'vitest';
import { outOfStock, shopProgram } from './shop-programs.test-data.ts';
import { nestedTooDeep, uncarriable } from './uncarriable.ts';

describe('uncarriable', () => {
  it('finds nothing wrong with text that merely looks dangerous', () => {
    expect(uncarriable(outOfStock)).toEqual([]);
    expect(uncarriable(shopProgram(true, ['\0', '"""', '*/', '\u202e', '👩‍🚀', '${x}']))).toEqual([]);
  });

  it('points at half surrogates in names, values, headers and the group', () => {
    const program = shopProgram(
      true,
      { lines: [{ sku: '\ud800' }], 'a/\udc00': 1 },
      {
        binding: { headers: { source: '\ud83d', '': 'x' }, group: 'shop \udc00' },
      },
    );
    expect(uncarriable(program).map(({ pointer }) => pointer)).toEqual([
      '/example/lines/0/sku',
      '/example/a~1\udc00',
      '/headers/4/1',
      '/group',
      '/group',
    ]);
  });

  it('wants a key that the example has', () => {
    const program = shopProgram(true, { order: {} }, { binding: { key: 'order.id' } });
    expect(uncarriable(program)).toEqual([
      { pointer: '/keyPath', reason: 'no text, number or boolean at "order.id" in the example' },
    ]);
  });

  it('refuses what is nested too deeply for a compiler', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(nestedTooDeep(JSON.parse(nested(150)), 150)).toEqual([]);
    expect(nestedTooDeep(JSON.parse(nested(500)), 150)).toHaveLength(1);
  });
});
