import type { MergedSchema } from './merged-schema.ts';

/** Whether a place evidently accepts every value. */
export function isFree(schema: MergedSchema): boolean {
  const lists = [
    schema.patterns,
    schema.formats,
    schema.groups,
    schema.negations,
    schema.conditionals,
    schema.openReferences,
    schema.firstItems,
    schema.restItems,
    schema.unevaluatedItems,
    schema.contains,
    schema.additional,
    schema.propertyNames,
    schema.unevaluatedProperties,
  ];
  const maps = [schema.required, schema.dependentRequired, schema.dependentSchemas, schema.unknown];
  const single = [schema.never, schema.types, schema.values, schema.multipleOf, schema.uniqueItems];
  return (
    lists.every((list) => list.length === 0) &&
    maps.every((map) => map.size === 0) &&
    single.every((part) => part === undefined) &&
    Object.keys(schema.limits).length === 0 &&
    [...schema.properties.values(), ...schema.patternProperties.values()].every((places) => places.every(acceptsAll))
  );
}

/** Properties are looked at on the surface only: they may be recursive. */
function acceptsAll({ schema }: { readonly schema: unknown }): boolean {
  return schema === true || (typeof schema === 'object' && schema !== null && Object.keys(schema).length === 0);
}
