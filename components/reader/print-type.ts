import { printPython } from './print-python.ts';
import { printTypescript } from './print-typescript.ts';
import type { PrunedTypes } from './prune-types.ts';
import type { ReadConsumer, ReadMessage } from './reader-data.ts';

/** A reader's own type as it is copied: it says where it comes from. */
export function printType(
  { provenance, reader }: Pick<ReadMessage, 'provenance' | 'reader'>,
  types: PrunedTypes,
  language: ReadConsumer['language'],
): string {
  if (language === 'ts') return `// ${provenance}\n\n${printTypescript(types, reader.typeName, true)}`;
  const { text, imports } = printPython(types, reader.typeName);
  return `# ${provenance}\n\nfrom typing import ${imports.join(', ')}\n\n\n${text}`;
}
