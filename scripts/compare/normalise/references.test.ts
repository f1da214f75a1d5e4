import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { createFollow } from './references.ts';

const sku: JsonObject = { type: 'string' };

/** What a reference in some schema of a document leads to. */
function follow(schema: JsonObject, ref: string, from: JsonObject = schema, dialect: Dialect = '2020-12') {
  return createFollow({ schema, dialect })(ref, from);
}

describe('a reference', () => {
  it('into its document', () => {
    const document = { $defs: { sku, 'a/b~c d': sku }, prefixItems: [sku] };
    for (const ref of ['#/$defs/sku', '#/$defs/a~1b~0c%20d', '#/prefixItems/0'])
      expect(follow(document, ref), ref).toBe(sku);
    expect(follow(document, '#')).toBe(document);
    for (const ref of ['#/$defs/none', '#/prefixItems/1', '#/constructor', '#none', '#/%', 'sku.json', 'x y:'])
      expect(follow(document, ref), ref).toBeUndefined();
  });

  it('to an anchor', () => {
    const anchored = { $anchor: 'sku', type: 'string' };
    expect(follow({ $defs: { anchored } }, '#sku')).toBe(anchored);
    expect(follow({ $defs: { anchored } }, '#sku', undefined, 'draft-07')).toBeUndefined();
    const named = { $id: '#sku', type: 'string' };
    expect(follow({ definitions: { named } }, '#sku', undefined, 'draft-07')).toBe(named);
    const old = { id: '#sku', type: 'string' };
    expect(follow({ definitions: { old } }, '#sku', undefined, 'draft-04')).toBe(old);
  });

  it.each([
    ['https://shop.example/order', 'line', 'https://shop.example/line'],
    ['https://shop.example/a/order', '../line', 'https://shop.example/line'],
    ['https://shop.example/order', 'https://shop.example/line', 'line'],
    ['urn:order', 'urn:line', 'urn:line'],
  ])('from %s to %s, which calls itself %s', ($id, ref, id) => {
    const line: JsonObject = { $id: id, $defs: { sku } };
    const document = { $id, $defs: { line } };
    expect(follow(document, ref)).toBe(line);
    expect(follow(document, `${ref}#`)).toBe(line);
    expect(follow(document, `${ref}#/$defs/sku`)).toBe(sku);
    expect(follow(document, `${ref}#/$defs/none`)).toBeUndefined();
    expect(follow(document, $id, line)).toBe(document);
  });

  it('with a fragment is read within the nearest $id', () => {
    const user: JsonObject = { $ref: '#/$defs/sku' };
    const line: JsonObject = { $id: 'line', $defs: { sku }, properties: { sku: user } };
    const document = { $id: 'https://shop.example/order', $defs: { line, sku: true } };
    expect(follow(document, '#/$defs/sku', user)).toBe(sku);
    expect(follow(document, '#/$defs/sku', document)).toBe(true);
  });

  it('is not led astray by values that look like schemas', () => {
    const line = { $id: 'https://shop.example/line' };
    const document = { enum: [line], default: line, properties: { $id: { type: 'string' } } };
    expect(follow(document, 'https://shop.example/line')).toBeUndefined();
    expect(follow({ ...document, examples: [{ $anchor: 'sku' }] }, '#sku')).toBeUndefined();
  });
});
