import type { PayloadTypes } from '../payload/fit-example.ts';
import { withoutNull, type PayloadRecord, type PayloadType } from '../payload/payload-type.ts';
import { componentNames } from './java-names.ts';

/** A Java type. */
export type JavaType =
  /** `JsonNode` */
  | { readonly kind: 'any' }
  | { readonly kind: 'scalar'; readonly name: 'String' | 'boolean' | 'long' | 'double' | 'BigInteger' }
  | { readonly kind: 'list'; readonly of: JavaType }
  | { readonly kind: 'map'; readonly of: JavaType }
  | { readonly kind: 'record'; readonly name: string };

export interface JavaComponent {
  readonly name: string;
  /** In the JSON. */
  readonly jsonName: string;
  readonly type: JavaType;
  /** True when it may be null in Java. */
  readonly isBoxed: boolean;
  /** False: where it is null in Java, the JSON has no such field. */
  readonly isAlwaysThere: boolean;
  /** The values of an `enum`. */
  readonly values: readonly (boolean | number | string)[];
}

export interface JavaRecord {
  readonly name: string;
  readonly components: readonly JavaComponent[];
}

export interface JavaTypes {
  readonly root: JavaType;
  /** Those that the root leads to. */
  readonly records: ReadonlyMap<string, JavaRecord>;
}

/** A constructor takes 255 arguments, and a long counts twice. */
const MOST_COMPONENTS = 120;

/** Types of a payload as Jackson reads and writes them. */
export function javaTypes(types: PayloadTypes): JavaTypes {
  const known = new Set(types.records.filter(isExpressible).map(({ name }) => name));
  const records = new Map(
    types.records
      .filter(({ name }) => known.has(name))
      .map((record) => [record.name, recordOf(record, known)] as const),
  );
  const root = valueType(types.root, known);
  const reached = new Set<string>();
  reach(root, records, reached);
  return { root, records: new Map([...records].filter(([name]) => reached.has(name))) };
}

/** An annotation without a name stands for that of the component. */
function isExpressible({ fields }: PayloadRecord): boolean {
  return fields.length > 0 && fields.length <= MOST_COMPONENTS && fields.every(({ name }) => name !== '');
}

function recordOf({ name, fields }: PayloadRecord, known: ReadonlySet<string>): JavaRecord {
  const names = componentNames(fields.map((field) => field.name));
  return {
    name,
    components: fields.map((field, index) => {
      const { type, isNullable } = withoutNull(field.type);
      // Missing or null: a node tells them apart.
      const isBoth = !field.isRequired && (isNullable || type.kind === 'null');
      return {
        name: names[index] ?? '',
        jsonName: field.name,
        type: isBoth ? { kind: 'any' } : valueType(field.type, known),
        isBoxed: !field.isRequired || isNullable,
        isAlwaysThere: field.isRequired,
        values: type.kind === 'literal' ? type.values : [],
      };
    }),
  };
}

function valueType(nullable: PayloadType, known: ReadonlySet<string>): JavaType {
  const { type } = withoutNull(nullable);
  switch (type.kind) {
    case 'any':
    case 'null':
    case 'union':
      return { kind: 'any' };
    case 'boolean':
      return { kind: 'scalar', name: 'boolean' };
    case 'string':
      return { kind: 'scalar', name: 'String' };
    case 'integer':
      return { kind: 'scalar', name: type.isWide ? 'BigInteger' : 'long' };
    case 'number':
      return { kind: 'scalar', name: 'double' };
    case 'literal':
      return literalType(type.values);
    case 'list':
      return { kind: 'list', of: valueType(type.of, known) };
    case 'map':
      return { kind: 'map', of: valueType(type.of, known) };
    case 'record':
      return known.has(type.name) ? { kind: 'record', name: type.name } : { kind: 'any' };
  }
}

function literalType(values: readonly (boolean | number | string)[]): JavaType {
  const [kind, ...others] = new Set(values.map((value) => typeof value));
  if (others.length > 0) return { kind: 'any' };
  return { kind: 'scalar', name: kind === 'string' ? 'String' : kind === 'boolean' ? 'boolean' : 'long' };
}

function reach(type: JavaType, records: ReadonlyMap<string, JavaRecord>, reached: Set<string>): void {
  if (type.kind === 'list' || type.kind === 'map') reach(type.of, records, reached);
  if (type.kind !== 'record' || reached.has(type.name)) return;
  reached.add(type.name);
  for (const component of records.get(type.name)?.components ?? []) reach(component.type, records, reached);
}

const boxes: Readonly<Record<string, string>> = { boolean: 'Boolean', long: 'Long', double: 'Double' };

/** The text of a type. */
export function javaTypeText(type: JavaType, isBoxed: boolean): string {
  switch (type.kind) {
    case 'any':
      return 'JsonNode';
    case 'scalar':
      return isBoxed ? (boxes[type.name] ?? type.name) : type.name;
    case 'list':
      return `List<${javaTypeText(type.of, true)}>`;
    case 'map':
      return `Map<String, ${javaTypeText(type.of, true)}>`;
    case 'record':
      return type.name;
  }
}
