import { appendPointer } from '../../model/pointer.ts';
import { valueAt } from '../key-path.ts';
import { goString } from '../literals/go.ts';
import { payloadTypes } from '../payload/payload-types.ts';
import { TypeNames } from '../payload/type-names.ts';
import type { Program } from '../program.ts';
import { goLiteral, goTypeText } from './go-literal.ts';
import { goTypes, type GoField, type GoStruct, type GoType, type GoTypes } from './go-types.ts';

/** What every Go program of a message says of its payload. */
export interface GoPayload {
  readonly typeName: string;
  readonly types: GoTypes;
  /** The declarations of the types, without a line end at the end of each. */
  readonly blocks: readonly string[];
}

export function goPayload(program: Program): GoPayload {
  const names = new TypeNames(['Nullable']);
  const typeName = names.claim(program.typeName, 'Event');
  const types = goTypes(payloadTypes(program, program.example, typeName, names));
  const isStruct = types.root.kind === 'struct' && types.root.name === typeName;
  const structs = [...types.structs.values()];
  return {
    typeName,
    types,
    blocks: [
      ...structs.map(declaration).toReversed(),
      ...(isStruct ? [] : [`type ${typeName} = ${goTypeText(types.root)}`]),
      ...(structs.some(({ fields }) => fields.some(({ type }) => type.kind === 'nullable')) ? nullable : []),
    ],
  };
}

/** The statement that makes the event, with a call of `utcNow` wherever the schema asks for a time. */
export function goExample(program: Program, { typeName, types }: GoPayload): string {
  const replaced = new Map(program.clockPaths.map((path) => [appendPointer('', ...path), 'utcNow()'] as const));
  const literal = goLiteral(program.example, types.root, types, replaced, '\t');
  const isStruct = types.root.kind === 'struct' && types.root.name === typeName;
  return isStruct ? `\tevent := ${literal}` : `\tvar event ${typeName} = ${literal}`;
}

/** An expression for the record's key in UTF-8, read off the variable `event`. */
export function goRecordKey(program: Program, path: readonly string[], { types }: GoPayload): string {
  let place = { code: 'event', type: types.root };
  for (const name of path) place = memberOf(place, name, types);
  const { code, type } = valueOf(place);
  const isText = type.kind === 'scalar' && type.name === 'string' && typeof valueAt(program.example, path) === 'string';
  return isText ? `[]byte(${code})` : `fmt.Append([]byte{}, ${code})`;
}

interface Place {
  readonly code: string;
  readonly type: GoType;
}

function memberOf(place: Place, name: string, { structs }: GoTypes): Place {
  const holder = place.type.kind === 'pointer' && place.type.to.kind === 'struct' ? place.type.to : undefined;
  const { code, type } = holder === undefined ? valueOf(place) : { code: place.code, type: holder };
  if (type.kind === 'struct') {
    const field = structs.get(type.name)?.fields.find(({ jsonName }) => jsonName === name);
    return { code: `${code}.${field?.name ?? name}`, type: field?.type ?? { kind: 'any' } };
  }
  const map = type.kind === 'map' ? code : `${code}.(map[string]any)`;
  return { code: `${map}[${goString(name)}]`, type: type.kind === 'map' ? type.of : { kind: 'any' } };
}

function valueOf({ code, type }: Place): Place {
  if (type.kind === 'pointer') return { code: `(*${code})`, type: type.to };
  return type.kind === 'nullable' ? { code: `(*${code}.Value)`, type: type.of } : { code, type };
}

/** True when a program has a value behind a pointer that only a call can make. */
export function needsPointers(example: string): boolean {
  return /\bptr\[/.test(example);
}

function declaration({ name, fields }: GoStruct): string {
  if (fields.length === 0) return `type ${name} struct{}`;
  const sections: GoField[][] = [];
  for (const field of fields) {
    // gofmt aligns what no comment stands between.
    if (sections.length === 0 || field.values.length > 0) sections.push([]);
    sections.at(-1)?.push(field);
  }
  return `type ${name} struct {\n${sections.map(fieldLines).join('')}}`;
}

function fieldLines(section: readonly GoField[]): string {
  const [nameWidth, typeWidth] = [
    Math.max(...section.map(({ name }) => name.length)),
    Math.max(...section.map(({ type }) => goTypeText(type).length)),
  ];
  return section
    .map((field) => {
      const comment = field.values.length === 0 ? '' : `\t// One of ${field.values.map(literalText).join(', ')}.\n`;
      const type = goTypeText(field.type).padEnd(typeWidth);
      return `${comment}\t${field.name.padEnd(nameWidth)} ${type} \`${tagOf(field)}\`\n`;
    })
    .join('');
}

function literalText(value: boolean | number | string): string {
  return typeof value === 'string' ? goString(value) : String(value);
}

function tagOf({ jsonName, isRequired }: GoField): string {
  if (!isRequired) return `json:"${jsonName},omitzero"`;
  return jsonName === '-' ? 'json:"-,"' : `json:"${jsonName}"`;
}

const nullable = [
  `// Nullable is a field that may be missing, null, or have a value.
type Nullable[T any] struct {
	IsSet bool
	Value *T // nil: null
}`,
  `func (n Nullable[T]) IsZero() bool { return !n.IsSet }`,
  `func (n Nullable[T]) MarshalJSON() ([]byte, error) { return json.Marshal(n.Value) }`,
  `func (n *Nullable[T]) UnmarshalJSON(text []byte) error {
	n.IsSet = true
	return json.Unmarshal(text, &n.Value)
}`,
];
