/** One field of a payload, as the table shows it. */
export interface PayloadField {
  /** Dotted path; `[]` stands for the items of a list, `*` for any name. */
  readonly path: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly type: string;
  readonly description: string;
  /** As JSON; undefined when the schema gives none. */
  readonly example: string | undefined;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

/** Deeper fields are left to the schema itself. */
const DEEPEST = 6;

/** Every field of a published schema (one whose references are all local), parents before their children. */
export function payloadFields(root: Json): readonly PayloadField[] {
  return isSchema(root) ? fieldsBelow(root, root, '', []) : [];
}

function fieldsBelow(schema: Schema, root: Schema, prefix: string, above: readonly Schema[]): readonly PayloadField[] {
  const parts = partsOf(schema, root);
  if (above.length > DEEPEST || parts.some((part) => above.includes(part))) return [];
  const inside = [...above, ...parts];
  const required = new Set(parts.flatMap((part) => textsOf(part['required'])));
  const named = parts.flatMap((part) => Object.entries(isSchema(part['properties']) ? part['properties'] : {}));
  const properties = new Map(named.filter(([, property]) => isSchema(property)));
  return [
    ...[...properties].flatMap(([name, property]) =>
      isSchema(property) ? fieldAndBelow(property, root, `${prefix}${name}`, required.has(name), inside) : [],
    ),
    ...parts
      .flatMap((part) => mapSchemas(part))
      .flatMap((value) => fieldAndBelow(value, root, `${prefix}*`, false, inside)),
  ];
}

function fieldAndBelow(
  schema: Schema,
  root: Schema,
  path: string,
  isRequired: boolean,
  above: readonly Schema[],
): readonly PayloadField[] {
  const parts = partsOf(schema, root);
  const field: PayloadField = {
    path,
    isRequired,
    isDeprecated: parts.some((part) => part['deprecated'] === true),
    type: typeText(schema, root, 0),
    description: parts.map((part) => part['description']).find((text) => typeof text === 'string') ?? '',
    example: exampleOf(parts),
  };
  const branches = parts.flatMap((part) => [...schemasOf(part['oneOf']), ...schemasOf(part['anyOf'])]);
  const below = [schema, ...branches].flatMap((branch) => [
    ...fieldsBelow(branch, root, `${path}.`, above),
    ...partsOf(branch, root)
      .flatMap((part) => itemSchemas(part))
      .flatMap((item) => fieldsBelow(item, root, `${path}[].`, above)),
  ]);
  return [field, ...new Map(below.map((child) => [child.path, child])).values()];
}

/** The schema, what its `$ref` leads to, and the members of its `allOf`: all of them speak of the same value. */
function partsOf(schema: Schema, root: Schema): readonly Schema[] {
  const parts = new Set<Schema>();
  const open = [schema];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (parts.has(next)) continue;
    parts.add(next);
    const target = typeof next['$ref'] === 'string' ? referenced(next['$ref'], root) : undefined;
    open.push(...(target === undefined ? [] : [target]), ...schemasOf(next['allOf']));
  }
  return [...parts];
}

function referenced(ref: string, root: Schema): Schema | undefined {
  let place: Json | undefined = root;
  for (const segment of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const name = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    place = Array.isArray(place)
      ? place[Number(name)]
      : isSchema(place) && Object.hasOwn(place, name)
        ? place[name]
        : undefined;
  }
  return isSchema(place) ? place : undefined;
}

function typeText(schema: Schema, root: Schema, depth: number): string {
  const parts = partsOf(schema, root);
  const of = (keyword: string) => parts.map((part) => part[keyword]).find((value) => value !== undefined);
  const fixed = of('const');
  if (fixed !== undefined) return JSON.stringify(fixed);
  const values = of('enum');
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  const branches = parts.flatMap((part) => [...schemasOf(part['oneOf']), ...schemasOf(part['anyOf'])]);
  if (branches.length > 0 && depth < 3)
    return [...new Set(branches.map((branch) => typeText(branch, root, depth + 1)))].join(' | ');
  const type = of('type');
  const names = Array.isArray(type)
    ? textsOf(type)
    : typeof type === 'string'
      ? [type]
      : parts.some((part) => isSchema(part['properties']))
        ? ['object']
        : ['any'];
  const items = parts.flatMap((part) => itemSchemas(part));
  const shown = names.map((name) => {
    if (name === 'array' && items.length > 0 && depth < 3)
      return `array of ${[...new Set(items.map((item) => typeText(item, root, depth + 1)))].join(', ')}`;
    return name;
  });
  return [shown.join(' | '), ...boundsOf(of)].join(', ');
}

function boundsOf(of: (keyword: string) => Json | undefined): readonly string[] {
  const bound = (keyword: string, text: (value: string) => string) => {
    const value = of(keyword);
    return typeof value === 'number' || typeof value === 'string' ? [text(String(value))] : [];
  };
  return [
    ...bound('format', (format) => format),
    ...bound('minimum', (least) => `${least} or more`),
    ...bound('exclusiveMinimum', (least) => `more than ${least}`),
    ...bound('maximum', (most) => `${most} or less`),
    ...bound('exclusiveMaximum', (most) => `less than ${most}`),
    ...bound('multipleOf', (step) => `in steps of ${step}`),
    ...bound('minLength', (least) => (least === '1' ? 'not empty' : `${least} characters or more`)),
    ...bound('maxLength', (most) => `${most} characters or less`),
    ...bound('pattern', (pattern) => `matches ${pattern}`),
    ...bound('minItems', (least) => `${least} items or more`),
    ...bound('maxItems', (most) => `${most} items or less`),
  ];
}

function exampleOf(parts: readonly Schema[]): string | undefined {
  for (const part of parts) {
    const [first] = Array.isArray(part['examples']) ? part['examples'] : [];
    if (first !== undefined) return JSON.stringify(first);
  }
  return undefined;
}

function itemSchemas(part: Schema): readonly Schema[] {
  return [
    ...schemasOf(part['prefixItems']),
    ...schemasOf(part['items']),
    ...(isSchema(part['items']) ? [part['items']] : []),
  ];
}

function mapSchemas(part: Schema): readonly Schema[] {
  const patterns = isSchema(part['patternProperties']) ? Object.values(part['patternProperties']).filter(isSchema) : [];
  return [...patterns, ...(isSchema(part['additionalProperties']) ? [part['additionalProperties']] : [])];
}

function schemasOf(value: Json | undefined): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
