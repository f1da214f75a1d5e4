import { describe, expect, it } from 'vitest';
import { findRefCycle } from './ref-cycle.ts';

describe('findRefCycle', () => {
  it('tells the steps of a circle, and the $ref that closes it', () => {
    const schema = { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } } };
    expect(findRefCycle(schema, '2020-12')).toEqual({
      steps: ['#/$defs/a', '#/$defs/a/anyOf/0', '#/$defs/b', '#/$defs/a'],
      pointer: '/$defs/b/$ref',
    });
  });

  it('lets a schema mention itself below a property or an item', () => {
    const schema = { properties: { next: { $ref: '#' } }, items: { $ref: '#' } };
    expect(findRefCycle(schema, '2020-12')).toBeUndefined();
  });

  it('goes through the keywords of the draft, and no others', () => {
    const schema = { allOf: [{ if: { $ref: '#' } }] };
    expect(findRefCycle(schema, 'draft-07')?.pointer).toBe('/allOf/0/if/$ref');
    expect(findRefCycle(schema, 'draft-06')).toBeUndefined();
  });
});
