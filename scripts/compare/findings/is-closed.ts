import type { MergedSchema } from './merged-schema.ts';

/** Whether nothing is accepted where a keyword such as `additionalProperties` decides. */
export function isClosedBy(
  schema: MergedSchema,
  which: 'additional' | 'unevaluatedProperties' | 'restItems' | 'unevaluatedItems',
): boolean {
  return schema[which].length > 0 && schema.below(schema[which]).never !== undefined;
}
