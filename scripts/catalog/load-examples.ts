import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { Example } from '../model/message.ts';
import type { FileTree } from './file-tree.ts';
import { isDataFile, parseData } from './parse-data.ts';
import { folderOf } from './resource-path.ts';

export interface LoadedExamples {
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Titles and summaries for the examples, which EventCatalog keeps beside them: no payload. */
const SETTINGS = /^examples\.config\.(?:json|ya?ml)$/;

const MARK = '/examples/';

/** The files below each folder that has `examples/`, sorted: found once, for however many messages. */
export function groupExamples(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const belongings = paths.filter(isDataFile).flatMap((path) =>
    // A folder around the message may have that name as well.
    Array.from(path.matchAll(/(?=\/examples\/)/g), ({ index }) => ({ path, folder: path.slice(0, index) })),
  );
  const examples = belongings.filter(({ path, folder }) => !SETTINGS.test(path.slice(folder.length + MARK.length)));
  const grouped = Map.groupBy(examples, ({ folder }) => folder);
  return new Map([...grouped].map(([folder, files]) => [folder, files.map(({ path }) => path)]));
}

/** Every JSON or YAML file below `examples/` beside a page, in the order of their names. */
export async function loadExamples(
  tree: FileTree,
  pageFile: string,
  grouped: ReadonlyMap<string, readonly string[]>,
): Promise<LoadedExamples> {
  const files = grouped.get(folderOf(pageFile)) ?? [];
  const loaded = await Promise.all(files.map(async (file) => loadExample(tree, file)));
  return {
    examples: loaded.flatMap(({ examples }) => examples),
    diagnostics: loaded.flatMap(({ diagnostics }) => diagnostics),
  };
}

async function loadExample(tree: FileTree, file: string): Promise<LoadedExamples> {
  const content = await tree.read(file);
  if (content.kind === 'outside')
    return { examples: [], diagnostics: [diagnose('path-outside-catalog', { path: file }, { file })] };
  if (content.kind !== 'text') {
    const reason = content.kind === 'missing' ? 'it is gone' : content.reason;
    return { examples: [], diagnostics: [diagnose('file-unreadable', { reason }, { file })] };
  }
  const { value, diagnostics } = parseData(content.text, file);
  return { examples: value === undefined ? [] : [{ file, value }], diagnostics };
}
