import { isFree } from './is-free.ts';
import type { LimitName, MergedSchema, Places } from './merged-schema.ts';
import { limitPhrase, listAll, listNames, listValues, typeNames, quoteText } from './phrases.ts';

/** What a place accepts, in a few words: `a string of at most 20 characters`, `one of "a" or "b"`, `anything`. */
export function describeSchema(schema: MergedSchema): string {
  if (schema.never !== undefined) return 'nothing';
  if (isFree(schema)) return 'anything';
  if (schema.values !== undefined) {
    const values = schema.values.value.map(({ value }) => value);
    return values.length === 1 ? listValues(values) : `one of ${listValues(values)}`;
  }
  if (schema.types === undefined && schema.groups.length > 0) {
    const [group] = schema.groups;
    return `one of ${group?.branches.length ?? 0} variants`;
  }
  const types = schema.types?.value ?? [];
  const others = types.filter((type) => type !== 'null');
  const isNullable = others.length > 0 && others.length < types.length;
  const detail = detailOf(schema);
  if (!isNullable || detail === '') return `${types.length === 0 ? 'a value' : typeNames(types)}${detail}`;
  return `${typeNames(others)}${detail}, or null`;
}

const limitNames: readonly LimitName[] = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
];

function detailOf(schema: MergedSchema): string {
  const [format, pattern] = [schema.formats[0]?.value, schema.patterns[0]?.value];
  const limits = limitNames.flatMap((name) => {
    const limit = schema.limits[name];
    return limit === undefined ? [] : [limitPhrase(name, limit).replace(/^\w+ /, '')];
  });
  const names = [...new Set([...schema.properties.keys(), ...schema.required.keys()])];
  const details = [
    ...(limits.length === 0 ? [] : [`of ${listAll(limits)}`]),
    ...(format === undefined ? [] : [`in format ${quoteText(format)}`]),
    ...(pattern === undefined ? [] : [`that matches ${quoteText(pattern)}`]),
    ...(schema.multipleOf === undefined ? [] : [`in steps of ${schema.multipleOf.value}`]),
    ...(names.length === 0 ? [] : [`with ${listNames(names)}`]),
  ];
  return details.length === 0 ? '' : ` ${details.slice(0, 2).join(' ')}`;
}

/** What to call a branch: its title, its discriminating value, the name of its definition; undefined when it has none. */
export function branchName(places: Places, below: MergedSchema['below']): string | undefined {
  const schema = below(places);
  const title = schema.annotations.get('title')?.value;
  const constant = [...discriminators(schema).values()][0];
  const definition = /\/(?:definitions|\$defs)\/([^/]+)$/.exec(schema.pointers[1] ?? '')?.[1];
  return (typeof title === 'string' && title !== '' ? title : undefined) ?? constant ?? definition;
}

/** The properties of a schema that can have one value only, with that value as text. */
export function discriminators(schema: MergedSchema): ReadonlyMap<string, string> {
  const found = [...schema.properties].flatMap(([name, places]) => {
    const values = schema.below(places).values?.value ?? [];
    const [only] = values;
    return values.length === 1 && typeof only?.value === 'string' ? [[name, only.value] as const] : [];
  });
  return new Map(found);
}
