import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileTree } from './file-tree.ts';
import { locateInFile } from './parse-data.ts';
import type { TextPosition } from './parsed.ts';

/** Gives each diagnostic that points into a file's data the line and column of that place. */
export async function locateDiagnostics(
  tree: FileTree,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  return Promise.all(
    diagnostics.map(async (diagnostic) => ({ ...diagnostic, ...(await positionOf(tree, diagnostic)) })),
  );
}

async function positionOf(
  tree: FileTree,
  { file, pointer, line, column }: Diagnostic,
): Promise<TextPosition | undefined> {
  if (line !== undefined) return { line, column: column ?? 1 };
  const content = pointer === undefined ? undefined : await tree.read(file);
  if (content?.kind !== 'text' || pointer === undefined) return undefined;
  return locateInFile(content.text, file, pointer) ?? { line: 1, column: 1 };
}
