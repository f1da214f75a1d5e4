import { expect, test } from 'vitest';
import { compileValidator } from '../../schema/validate.ts';
import type { JsonSchema, JsonValue } from '../../model/json.ts';
import { tellingFault } from './telling-fault.ts';

function tell(schema: JsonSchema, value: JsonValue): string | undefined {
  const fault = tellingFault(compileValidator(schema, '2020-12').faults(value));
  return fault && `${fault.instancePointer} ${fault.schemaPointer}`;
}

const payment = (kind: string, extra: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { kind: { const: kind }, detail: extra },
  required: ['kind', 'detail'],
});

test('of a discriminated union, the branch that was meant is told', () => {
  const schema = {
    oneOf: [
      payment('card', { type: 'object', properties: { number: { type: 'string' } } }),
      payment('transfer', { type: 'object', properties: { number: { type: 'integer', minimum: 1 } } }),
    ],
  };
  expect(tell(schema, { kind: 'transfer', detail: { number: 0 } })).toBe(
    '/detail/number /oneOf/1/properties/detail/properties/number/minimum',
  );
  expect(tell(schema, { kind: 'card', detail: { number: 0 } })).toBe(
    '/detail/number /oneOf/0/properties/detail/properties/number/type',
  );
});

test('the deepest place is told, and what contains looks for is not', () => {
  const schema = { properties: { items: { type: 'array', contains: { properties: { sku: { const: 'x' } } } } } };
  expect(tell(schema, { items: [{ sku: 'y' }] })).toBe('/items /properties/items/contains');
});

test('a value that is accepted has no fault', () => {
  expect(tell({ type: 'string' }, 'x')).toBeUndefined();
});
