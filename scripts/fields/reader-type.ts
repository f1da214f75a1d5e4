import type { JsonValue } from '../model/json.ts';
import type { PayloadRecord, PayloadType } from '../snippets/payload/payload-type.ts';
import { payloadTypes } from '../snippets/payload/payload-types.ts';
import { TypeNames } from '../snippets/payload/type-names.ts';
import { pythonTypeNames } from '../snippets/python/python-names.ts';
import type { SnippetClient } from '../snippets/client.ts';
import { programFile } from '../snippets/client.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';

/** What a page makes the type of a reader from, who reads some of the fields only. */
export interface ReaderType {
  readonly typeName: string;
  readonly root: PayloadType;
  readonly records: readonly PayloadRecord[];
  /** Consumer programs in which the type of the payload can be exchanged. */
  readonly consumers: readonly ReaderConsumer[];
}

export interface ReaderConsumer {
  readonly client: string;
  readonly label: string;
  readonly language: 'ts' | 'python';
  /** Beside this file. */
  readonly file: string;
  /** The type's name in this program. */
  readonly typeName: string;
  /** The lines that the reader's own type takes the place of; the first line is 1. */
  readonly lines: { readonly from: number; readonly to: number };
}

/** Names that mean something in TypeScript, and in Python. */
const TAKEN = [
  ...pythonTypeNames,
  'Array',
  'Date',
  'Error',
  'JSON',
  'Map',
  'Object',
  'Promise',
  'Record',
  'Set',
  'String',
];

/** `programs` are those that the type is to fit into: no part of it may have a name that means something there. */
export function readerType(
  source: SchemaSource,
  example: JsonValue,
  typeName: string,
  programs: readonly string[],
): Pick<ReaderType, 'typeName' | 'root' | 'records'> {
  const used = programs.flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? []).filter((name) => name !== typeName);
  const names = new TypeNames([...TAKEN, ...used]);
  const root = names.claim(typeName, 'Message');
  return { typeName: root, ...payloadTypes(source, example, root, names, 'with unions') };
}

/** The programs of a contract that a reader's own type fits into; `contentOf` gives the text of a file beside it. */
export function readerConsumers(
  clients: readonly SnippetClient[],
  contentOf: (file: string) => string | undefined,
): readonly ReaderConsumer[] {
  return clients.flatMap((client) => {
    const file = programFile('consumer', client);
    const text = contentOf(file);
    const place = text === undefined ? undefined : placeOfType(text, client.language);
    const { id, label } = client;
    return place === undefined ? [] : [{ client: id, label, file, ...place }];
  });
}

/** The text of a program without its type and its comments. */
export function aroundType(text: string, { lines: { from, to } }: Pick<ReaderConsumer, 'lines'>): string {
  const lines = text.split('\n');
  const around = [...lines.slice(0, from - 1), ...lines.slice(to)];
  return around.filter((line) => !/^\s*(?:#|\/\/)/.test(line)).join('\n');
}

type TypePlace = Pick<ReaderConsumer, 'language' | 'typeName' | 'lines'>;

function placeOfType(text: string, language: string): TypePlace | undefined {
  if (language === 'ts') return placeInTypescript(text);
  return language === 'python' ? placeInPython(text) : undefined;
}

const TYPE_IMPORT = /^import type \{ (?:\w+ as )?(\w+) \} from '\.\/types\.d\.ts';$/;

function placeInTypescript(text: string): TypePlace | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => TYPE_IMPORT.test(line));
  const typeName = TYPE_IMPORT.exec(lines[at] ?? '')?.[1];
  if (typeName === undefined || !text.includes(`handle(event: ${typeName})`)) return undefined;
  return { language: 'ts', typeName, lines: { from: at + 1, to: at + 1 } };
}

/** The classes stand between the constants and the function that handles an event. */
function placeInPython(text: string): TypePlace | undefined {
  const lines = text.split('\n');
  const handle = lines.findIndex((line) => /^def handle\(event: \w+\)/.test(line));
  const typeName = /event: (\w+)/.exec(lines[handle] ?? '')?.[1];
  const first = lines.findIndex((line) =>
    /^(?:class \w+\(TypedDict\):|\w+ = TypedDict\($|\w+: TypeAlias = )/.test(line),
  );
  if (typeName === undefined || first === -1 || first > handle) return undefined;
  const last = lines.findLastIndex((line, index) => index < handle && line !== '');
  return { language: 'python', typeName, lines: { from: first + 1, to: last + 1 } };
}
