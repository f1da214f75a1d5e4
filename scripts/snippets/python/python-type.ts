import type { PayloadType } from '../payload/payload-type.ts';
import { pythonScalar, pythonString, pythonWidth } from '../literals/python.ts';

/** A Python type expression. */
export type PythonType =
  | { readonly kind: 'name'; readonly name: string }
  /** `Literal["restock", "sale"]` */
  | { readonly kind: 'literal'; readonly values: readonly (boolean | number | string)[] }
  /** `list[str]` */
  | { readonly kind: 'generic'; readonly name: string; readonly of: readonly PythonType[] }
  | { readonly kind: 'union'; readonly members: readonly PythonType[] };

function namedType(name: string): PythonType {
  return { kind: 'name', name };
}

export function genericType(name: string, ...of: readonly PythonType[]): PythonType {
  return { kind: 'generic', name, of };
}

/** The expression for a type of a payload. Integers of Python have no limit. */
export function pythonType(type: PayloadType): PythonType {
  switch (type.kind) {
    case 'any':
      return namedType('Any');
    case 'null':
      return namedType('None');
    case 'boolean':
      return namedType('bool');
    case 'string':
      return namedType('str');
    case 'integer':
      return namedType('int');
    case 'number':
      return namedType('float');
    case 'literal':
      return type;
    case 'record':
      return namedType(type.name);
    case 'list':
      return genericType('list', pythonType(type.of));
    case 'map':
      return genericType('dict', namedType('str'), pythonType(type.of));
    case 'union':
      return { kind: 'union', members: type.members.map(pythonType) };
  }
}

/** Every name that the expression uses, such as `Literal` and those of classes. */
export function typeNames(type: PythonType): readonly string[] {
  switch (type.kind) {
    case 'name':
      return [type.name];
    case 'literal':
      return ['Literal'];
    case 'generic':
      return [type.name, ...type.of.flatMap(typeNames)];
    case 'union':
      return type.members.flatMap(typeNames);
  }
}

/** The expression on one line. */
export function typeText(type: PythonType): string {
  switch (type.kind) {
    case 'name':
      return type.name;
    case 'literal':
      return `Literal[${type.values.map(pythonScalar).join(', ')}]`;
    case 'generic':
      return `${type.name}[${type.of.map(typeText).join(', ')}]`;
    case 'union':
      return type.members.map(typeText).join(' | ');
  }
}

/** The expression behind what stands on its line already, broken as Black would when it is too long. */
export function layoutType(type: PythonType, margin: number, column: number): string {
  const line = typeText(type);
  if (column + line.length <= pythonWidth || type.kind === 'name') return line;
  const inner = ' '.repeat(margin + 4);
  const close = `${' '.repeat(margin)}`;
  if (type.kind === 'literal') {
    return `Literal[\n${type.values.map((value) => `${inner}${pythonScalar(value)},\n`).join('')}${close}]`;
  }
  const parts = type.kind === 'generic' ? type.of : type.members;
  const texts = parts.map((part) => layoutType(part, margin + 4, margin + 6));
  if (type.kind === 'generic') {
    // One argument needs no comma, and in `list[…]` none is usual.
    const comma = texts.length === 1 ? '' : ',';
    return `${type.name}[\n${texts.map((text) => `${inner}${text}${comma}\n`).join('')}${close}]`;
  }
  return `(\n${inner}${texts.join(`\n${inner}| `)}\n${close})`;
}

/** A type that names a class which is not defined yet: Python wants it as a string. */
export function quotedType(type: PythonType): PythonType {
  return namedType(pythonString(typeText(type)));
}
