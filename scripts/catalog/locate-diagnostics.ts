import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileTree } from './file-tree.ts';
import { placesInFile } from './parse-data.ts';

/** Gives each diagnostic that points into a file's data the line and column of that place. */
export async function locateDiagnostics(
  tree: FileTree,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  const isPlaced = ({ pointer, line }: Diagnostic) => line !== undefined || pointer === undefined;
  const byFile = Map.groupBy(
    diagnostics.filter((diagnostic) => !isPlaced(diagnostic)),
    ({ file }) => file,
  );
  const placed = await Promise.all([...byFile].map(async ([file, unplaced]) => placeAll(tree, file, unplaced)));
  return [...diagnostics.filter(isPlaced), ...placed.flat()];
}

async function placeAll(
  tree: FileTree,
  file: string,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  const content = await tree.read(file);
  if (content.kind !== 'text') return diagnostics;
  const positionOf = placesInFile(content.text, file);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...(positionOf(diagnostic.pointer ?? '') ?? { line: 1, column: 1 }),
  }));
}
