import type { JsonObject } from '../../model/json.ts';
import { happens, pick, pickSome } from './choices.test-data.ts';
import type { Making } from './making.test-data.ts';
import { randomValue } from './random-values.test-data.ts';

const types: readonly [string, ...string[]] = ['string', 'integer', 'number', 'boolean', 'null', 'array', 'object'];
export const patterns: readonly [string, ...string[]] = [
  '^a',
  '^b$',
  '[ab]',
  '^[ab]{2}$',
  '^a*$',
  'b$',
  '^(a|bb)+$',
  '^.$',
  '^(a|b)\\1$',
];
const formats: readonly [string, ...string[]] = ['date', 'uuid', 'email', 'date-time', 'uri', 'ipv4', 'hostname'];
const lowBounds: readonly [number, ...number[]] = [0, 1, -1, 2, 0.5, 3];
const highBounds: readonly [number, ...number[]] = [3, 2, 5, 10, 1.5, 1, 0];
const steps: readonly [number, ...number[]] = [1, 2, 3, 0.5, 0.01, 4];

/** Keywords that hold no schema, for values of any type, numbers and texts. */
export const scalarMakers: Readonly<Record<string, (making: Making) => JsonObject>> = {
  type: ({ choices }) => ({ type: happens(choices, 25) ? pickSome(choices, types) : pick(choices, types) }),
  enum: ({ choices }) => {
    const values = Array.from({ length: 1 + choices.below(4) }, () => randomValue(choices));
    return { enum: [...new Map(values.map((value) => [JSON.stringify(value), value])).values()] };
  },
  const: ({ choices }) => ({ const: randomValue(choices) }),
  minimum: ({ choices, dialect }) => ({
    minimum: pick(choices, lowBounds),
    ...(dialect === 'draft-04' && happens(choices, 30) ? { exclusiveMinimum: happens(choices, 70) } : {}),
  }),
  maximum: ({ choices, dialect }) => ({
    maximum: pick(choices, highBounds),
    ...(dialect === 'draft-04' && happens(choices, 30) ? { exclusiveMaximum: happens(choices, 70) } : {}),
  }),
  exclusiveMinimum: ({ choices, dialect }) =>
    dialect === 'draft-04' ? { minimum: 0, exclusiveMinimum: true } : { exclusiveMinimum: pick(choices, lowBounds) },
  exclusiveMaximum: ({ choices, dialect }) =>
    dialect === 'draft-04' ? { maximum: 2, exclusiveMaximum: true } : { exclusiveMaximum: pick(choices, highBounds) },
  multipleOf: ({ choices }) => ({ multipleOf: pick(choices, steps) }),
  minLength: ({ choices }) => ({ minLength: choices.below(3) }),
  maxLength: ({ choices }) => ({ maxLength: 1 + choices.below(3) }),
  pattern: ({ choices }) => ({ pattern: pick(choices, patterns) }),
  format: ({ choices }) => ({ format: pick(choices, formats) }),
};
