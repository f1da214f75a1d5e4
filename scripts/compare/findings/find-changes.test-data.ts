import type { JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { findChanges, type Change } from './find-changes.ts';

export function compare(
  before: JsonSchema,
  after: JsonSchema,
  beforeDialect: Dialect = '2020-12',
  afterDialect = beforeDialect,
): readonly Change[] {
  return findChanges({ schema: before, dialect: beforeDialect }, { schema: after, dialect: afterDialect });
}

export function told(changes: readonly Change[]): readonly string[] {
  return changes.map(({ effect, path, sentence }) => `${effect} ${path === '' ? '-' : path}: ${sentence}`);
}

export const money = {
  type: 'object',
  properties: { amount: { type: 'number', minimum: 0 } },
  required: ['amount'],
} as const;
