import type { JsonValue } from '../../model/json.ts';
import { pythonWidth } from '../literals/python.ts';
import { payloadTypes } from '../payload/payload-types.ts';
import { TypeNames } from '../payload/type-names.ts';
import type { SchemaSource } from '../schema-parts.ts';
import { visibleText } from '../visible-text.ts';
import { wrapWords } from '../../model/wrap-words.ts';
import { pythonDeclarations } from './python-declarations.ts';
import { typingImport } from './python-module.ts';
import { pythonTypeNames } from './python-names.ts';

export interface PythonTypesSource {
  readonly source: SchemaSource;
  /** The types hold it for certain. */
  readonly example: JsonValue;
  readonly typeName: string;
  /** Goes on top as comments; whatever it holds. */
  readonly header: readonly string[];
}

/** A module of `TypedDict` classes that a payload is read into. */
export function renderPythonTypes({ source, example, typeName, header }: PythonTypesSource): string {
  const names = new TypeNames(pythonTypeNames);
  const root = names.claim(typeName, 'Message');
  const { blocks, imports } = pythonDeclarations(payloadTypes(source, example, root, names, 'with unions'), root);
  const comment = header
    .flatMap((text) => wrapWords(defused(visibleText(text)), pythonWidth - 2))
    .map((line) => `# ${line}\n`)
    .join('');
  const importLines = typingImport(imports).map((line) => `\n${line}\n`);
  return [comment, ...importLines, ...blocks.map((block) => `\n\n${block}\n`)].join('');
}

/** PEP 263: in the first two lines this would declare the encoding of the file. */
function defused(text: string): string {
  return text.replaceAll(/coding(?=[:=])/g, 'coding ');
}
