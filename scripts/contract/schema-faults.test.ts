import { describe, expect, test } from 'vitest';
import { orderPlaced, page, render } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';

describe('a circle of references', () => {
  test('across files is one fault, whichever message runs into it', async () => {
    const pay = { 'commands/Pay/index.mdx': page('Pay', '1.0.0', 'schemaPath: schema.json\n') };
    const { faults, diagnostics } = await render(
      orderPlaced(
        { $ref: '../../a.json' },
        {
          ...pay,
          'commands/Pay/schema.json': '{ "items": { "$ref": "../../b.json" } }',
          'a.json': '{ "$ref": "b.json" }',
          'b.json': '{\n  "$ref": "a.json"\n}',
        },
      ),
    );
    expect(faults).toEqual(['a.json:1:3 ref-cyclic']);
    expect(diagnostics[0]?.message).toContain('a.json# -> b.json# -> a.json#');
  });

  test.each<[string, JsonValue]>([
    ['a property', { properties: { replaces: { $ref: '#' } } }],
    ['an item', { type: 'array', items: { $ref: '#' } }],
  ])('through %s is none', async (_what, schema) => {
    expect((await render(orderPlaced(schema))).faults).toEqual([]);
  });
});
