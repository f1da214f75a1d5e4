import type { ReadField, ReadType, ReadTypes } from './reader-data.ts';

const WIDTH = 80;

/** Declarations of the types, the root under the name that is asked for; `isExported` puts `export` before it. */
export function printTypescript({ root, records }: ReadTypes, typeName: string, isExported: boolean): string {
  const rootRecord = root.kind === 'record' ? root.name : undefined;
  const names = new Map<string, string>(rootRecord === undefined ? [] : [[rootRecord, typeName]]);
  const nameOf = (name: string): string => names.get(name) ?? (name === typeName ? `${name}Part` : name);
  const start = isExported ? 'export ' : '';
  const declarations = records
    .toReversed()
    .toSorted((left, right) => Number(right.name === rootRecord) - Number(left.name === rootRecord))
    .map(({ name, fields }) => {
      const lines = fields.map((field) => fieldLines(field, nameOf));
      return `${name === rootRecord ? start : ''}interface ${nameOf(name)} {\n${lines.join('')}}\n`;
    });
  const textOf = (type: ReadType): string => typeText(type, nameOf);
  const alias = rootRecord === undefined ? [aliasText(`${start}type ${typeName} =`, root, textOf)] : [];
  return [...alias, ...declarations].join('\n');
}

/** The kinds of an object on lines of their own where one line does not hold them. */
function aliasText(start: string, root: ReadType, textOf: (type: ReadType) => string): string {
  const line = `${start} ${textOf(root)};`;
  if (line.length <= WIDTH || root.kind !== 'union') return `${line}\n`;
  return `${start}${root.members.map((member) => `\n  | ${textOf(member)}`).join('')};\n`;
}

function fieldLines({ name, type, isRequired, description }: ReadField, nameOf: (name: string) => string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
  const comment = description === undefined ? '' : `  /** ${inComment(description)} */\n`;
  return `${comment}  ${key}${isRequired ? '' : '?'}: ${typeText(type, nameOf)};\n`;
}

/** It can neither end the comment, nor begin a tag or a directive. */
function inComment(description: string): string {
  return description.replaceAll('*/', '*\\/').replaceAll(/(^|\s)@/gu, '$1\\@');
}

function typeText(type: ReadType, nameOf: (name: string) => string): string {
  switch (type.kind) {
    case 'any':
      return 'unknown';
    case 'integer':
      return 'number';
    case 'literal':
      return type.values.map((value) => (typeof value === 'string' ? text(value) : String(value))).join(' | ');
    case 'list': {
      const of = typeText(type.of, nameOf);
      return / \| /.test(of) ? `(${of})[]` : `${of}[]`;
    }
    case 'map':
      return `Record<string, ${typeText(type.of, nameOf)}>`;
    case 'record':
      return nameOf(type.name);
    case 'union':
      return type.members.map((member) => typeText(member, nameOf)).join(' | ');
    default:
      return type.kind;
  }
}

/** JSON's text is JavaScript's, in double quotes: where it can, it has the quotes that code usually has. */
export function text(value: string): string {
  return /['"\\]|[^ -~]/.test(value) ? JSON.stringify(value) : `'${value}'`;
}
