import { pythonString } from '../literals/python.ts';
import type { PayloadTypes } from '../payload/fit-example.ts';
import type { PayloadField, PayloadRecord } from '../payload/payload-type.ts';
import { isPythonField, typingNames } from './python-names.ts';
import {
  genericType,
  layoutType,
  pythonType,
  quotedType,
  typeNames,
  typeText,
  type PythonType,
} from './python-type.ts';

/** The classes of a program's payload, and the name of the type of the whole. */
export interface PythonDeclarations {
  /** In the order in which they have to stand; each without a line end. */
  readonly blocks: readonly string[];
  /** What they need from `typing`. */
  readonly imports: readonly string[];
}

/** Names that a field must not have in a class that uses them as types. */
const typeWords = new Set(['str', 'int', 'float', 'bool', 'list', 'dict', 'Any', 'Literal', 'NotRequired']);

/** Writes the types down; a root that is no class gets its name as an alias. */
export function pythonDeclarations(types: PayloadTypes, rootName: string): PythonDeclarations {
  const blocks: string[] = [];
  const imports = new Set<string>();
  const classNames: ReadonlySet<string> = new Set(types.records.map(({ name }) => name));
  const pending = new Set(classNames);
  for (const pythonClass of types.records) {
    const fields = pythonClass.fields.map((field) => fieldType(field, pending));
    const used = pythonClass.fields.flatMap(({ type, isRequired }) => [
      ...typeNames(pythonType(type)),
      ...(isRequired ? [] : ['NotRequired']),
    ]);
    for (const name of ['TypedDict', ...used]) imports.add(name);
    blocks.push(isClassBody(pythonClass, classNames) ? classBody(pythonClass, fields) : classCall(pythonClass, fields));
    pending.delete(pythonClass.name);
  }
  const root = pythonType(types.root);
  if (typeText(root) !== rootName) {
    for (const name of ['TypeAlias', ...typeNames(root)]) imports.add(name);
    const start = `${rootName}: TypeAlias = `;
    blocks.push(start + layoutType(root, 0, start.length));
  }
  return { blocks, imports: typingNames.filter((name) => imports.has(name)) };
}

interface TypedField {
  readonly name: string;
  readonly type: PythonType;
}

function fieldType(field: PayloadField, pending: ReadonlySet<string>): TypedField {
  const { name, isRequired } = field;
  const type = pythonType(field.type);
  const defined = typeNames(type).some((mentioned) => pending.has(mentioned)) ? quotedType(type) : type;
  return { name, type: isRequired ? defined : genericType('NotRequired', defined) };
}

function isClassBody({ fields }: PayloadRecord, classNames: ReadonlySet<string>): boolean {
  return fields.every(({ name }) => isPythonField(name) && !typeWords.has(name) && !classNames.has(name));
}

function classBody({ name }: PayloadRecord, fields: readonly TypedField[]): string {
  const lines = fields.map((field) => {
    const start = `    ${field.name}: `;
    return start + layoutType(field.type, 4, start.length);
  });
  return [`class ${name}(TypedDict):`, ...lines].join('\n');
}

function classCall({ name }: PayloadRecord, fields: readonly TypedField[]): string {
  const lines = fields.map((field) => {
    const start = `        ${pythonString(field.name)}: `;
    return `${start}${layoutType(field.type, 8, start.length + 1)},`;
  });
  return [`${name} = TypedDict(`, `    "${name}",`, '    {', ...lines, '    },', ')'].join('\n');
}
