import { appendPointer } from '../../model/pointer.ts';
import { keyFieldAt, valueAt } from '../key-path.ts';
import { pythonLiteral, pythonString } from '../literals/python.ts';
import type { Program } from '../program.ts';
import { nestedTooDeep, type Uncarriable } from '../uncarriable.ts';
import { pythonDeclarations, type PythonDeclarations } from './python-declarations.ts';
import { payloadTypes } from '../payload/payload-types.ts';
import { TypeNames } from '../payload/type-names.ts';
import { pythonTypeNames } from './python-names.ts';

/** What every Python program of a message says of its payload, whatever client library it uses. */
export interface PythonPayload extends PythonDeclarations {
  /** Name of the payload's type. */
  readonly typeName: string;
}

/** @param taken names that the program imports or defines itself */
export function pythonPayload(program: Program, taken: readonly string[]): PythonPayload {
  const names = new TypeNames([...pythonTypeNames, ...taken]);
  const kind = program.kind.charAt(0).toUpperCase() + program.kind.slice(1);
  const typeName = names.claim(program.typeName, kind);
  return {
    typeName,
    ...pythonDeclarations(payloadTypes(program, program.example, typeName, names, 'with unions'), typeName),
  };
}

/** The example as a literal behind `start`, with a call of `utc_now()` wherever the schema asks for a time. */
export function pythonExample(program: Program, start: string): string {
  const replaced = new Map(program.clockPaths.map((path) => [appendPointer('', ...path), 'utc_now()'] as const));
  const margin = start.length - start.trimStart().length;
  return start + pythonLiteral(program.example, { margin, column: start.length, replaced });
}

/** An expression for the record's key in UTF-8, read off the variable `event`. */
export function pythonRecordKey(program: Program, path: readonly string[]): string {
  const field = `event${path.map((name) => `[${pythonString(name)}]`).join('')}`;
  const isString = typeof valueAt(program.example, path) === 'string';
  if (!isString) return `json.dumps(${field}).encode("utf-8")`;
  return keyFieldAt(path, program).isString ? `${field}.encode("utf-8")` : `str(${field}).encode("utf-8")`;
}

/** Python's parser gives up at 200 open brackets, and a program has a few of its own. */
const deepestNesting = 150;

export function pythonUncarriable(program: Program): readonly Uncarriable[] {
  return nestedTooDeep(program.example, deepestNesting);
}
