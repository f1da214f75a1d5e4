import type { ReadRecord, ReadType, ReadTypes } from './reader-data.ts';

export interface PythonTypes {
  readonly text: string;
  /** What it needs from `typing`, in the order of the alphabet. */
  readonly imports: readonly string[];
}

const KEYWORDS =
  / (?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield) /;

/** Names that a field must not have in a class whose fields use them as types. */
const TYPE_WORDS = / (?:str|int|float|bool|list|dict|Any|Literal|NotRequired) /;

/** As Black has it in the programs. */
const WIDTH = 79;

/** `TypedDict` classes of the types, the root under the name that is asked for. */
export function printPython({ root, records }: ReadTypes, typeName: string): PythonTypes {
  const rootRecord = root.kind === 'record' ? root.name : undefined;
  const nameOf = (name: string): string => (name === rootRecord ? typeName : name === typeName ? `${name}Part` : name);
  const imports = new Set<string>();
  const defined = new Set<string>();
  const blocks = records.map((record) => {
    imports.add('TypedDict');
    const block = classText(record, nameOf, defined, imports);
    defined.add(record.name);
    return block;
  });
  if (rootRecord === undefined) {
    imports.add('TypeAlias');
    blocks.push(aliasText(`${typeName}: TypeAlias = `, root, (type) => typeText(type, nameOf, imports)));
  }
  return { text: blocks.join('\n\n'), imports: [...imports].toSorted() };
}

/** The kinds of an object on lines of their own where one line does not hold them. */
function aliasText(start: string, root: ReadType, textOf: (type: ReadType) => string): string {
  const line = `${start}${textOf(root)}`;
  if (line.length <= WIDTH || root.kind !== 'union') return `${line}\n`;
  return `${start}(\n    ${root.members.map(textOf).join('\n    | ')}\n)\n`;
}

function classText(
  { name, fields }: ReadRecord,
  nameOf: (name: string) => string,
  defined: ReadonlySet<string>,
  imports: Set<string>,
): string {
  const typed = fields.map((field) => {
    const plain = typeText(field.type, nameOf, imports);
    // A class that is not there yet can be named in quotes only.
    const type = namesIn(field.type).every((one) => defined.has(one)) ? plain : JSON.stringify(plain);
    if (!field.isRequired) imports.add('NotRequired');
    return { name: field.name, type: field.isRequired ? type : `NotRequired[${type}]` };
  });
  const isPlain = typed.every(({ name: field }) => isPythonField(field));
  if (isPlain && typed.length > 0)
    return `class ${nameOf(name)}(TypedDict):\n${typed.map((field) => `    ${field.name}: ${field.type}\n`).join('')}`;
  const entries = typed.map((field) => `        ${JSON.stringify(field.name)}: ${field.type},\n`).join('');
  return `${nameOf(name)} = TypedDict(\n    "${nameOf(name)}",\n    {\n${entries}    },\n)\n`;
}

function isPythonField(name: string): boolean {
  return /^(?!__)[A-Za-z_]\w*$/.test(name) && !KEYWORDS.test(` ${name} `) && !TYPE_WORDS.test(` ${name} `);
}

function namesIn(type: ReadType): readonly string[] {
  if (type.kind === 'record') return [type.name];
  if (type.kind === 'union') return type.members.flatMap(namesIn);
  return type.kind === 'list' || type.kind === 'map' ? namesIn(type.of) : [];
}

const SCALARS: Readonly<Record<string, string>> = {
  null: 'None',
  boolean: 'bool',
  string: 'str',
  integer: 'int',
  number: 'float',
};

function typeText(type: ReadType, nameOf: (name: string) => string, imports: Set<string>): string {
  switch (type.kind) {
    case 'literal':
      imports.add('Literal');
      return `Literal[${type.values.map(literal).join(', ')}]`;
    case 'list':
      return `list[${typeText(type.of, nameOf, imports)}]`;
    case 'map':
      return `dict[str, ${typeText(type.of, nameOf, imports)}]`;
    case 'record':
      return nameOf(type.name);
    case 'union':
      return type.members.map((member) => typeText(member, nameOf, imports)).join(' | ');
    case 'any':
      imports.add('Any');
      return 'Any';
    default:
      return SCALARS[type.kind] ?? 'object';
  }
}

/** JSON's text is Python's, but for the words. */
function literal(value: boolean | number | string): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);
}
