import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { FileTree } from './file-tree.ts';
import { frontMatterOf } from './front-matter.ts';
import { parseYaml, writtenScalar } from './parse-yaml.ts';
import type { ResourcePath } from './resource-path.ts';
import { resourcePathOf } from './resource-path.ts';

/** A page of the catalog: its front matter, read as data. */
export interface Page extends ResourcePath {
  readonly file: string;
  readonly data: JsonObject;
  /** The front matter as it was written. */
  readonly yaml: string;
}

export interface ReadPages {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readPages(tree: FileTree, paths: readonly string[]): Promise<ReadPages> {
  const read = await Promise.all(paths.map(async (path) => readPage(tree, path)));
  return {
    pages: read.flatMap(({ page }) => (page === undefined ? [] : [page])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface ReadPage {
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function readPage(tree: FileTree, file: string): Promise<ReadPage> {
  const resource = resourcePathOf(file);
  if (resource === undefined) return { page: undefined, diagnostics: [] };
  const content = await tree.read(file);
  if (content.kind === 'outside') return fault(diagnose('path-outside-catalog', { path: file }, { file }));
  if (content.kind === 'missing') return fault(diagnose('file-unreadable', { reason: 'it is gone' }, { file }));
  if (content.kind === 'unreadable') return fault(diagnose('file-unreadable', { reason: content.reason }, { file }));
  const frontMatter = frontMatterOf(content.text);
  const top = { file, line: 1, column: 1 };
  if (frontMatter.kind === 'missing') return fault(diagnose('front-matter-missing', {}, top));
  if (frontMatter.kind === 'unclosed')
    return fault(diagnose('front-matter-invalid', { reason: 'the closing `---` line is missing.' }, top));
  if (frontMatter.kind === 'code') {
    return fault(
      diagnose('front-matter-invalid', { reason: `it is ${frontMatter.language} code, which is never run.` }, top),
    );
  }
  const parsed = parseYaml(frontMatter.text, file, {
    linesAbove: frontMatter.linesAbove,
    invalid: 'front-matter-invalid',
    inexact: undefined,
  });
  if (parsed.value === undefined) return { page: undefined, diagnostics: parsed.diagnostics };
  if (!isJsonObject(parsed.value))
    return fault(diagnose('front-matter-invalid', { reason: 'it is no list of `field: value` lines.' }, top));
  return { page: { ...resource, file, data: parsed.value, yaml: frontMatter.text }, diagnostics: parsed.diagnostics };
}

function fault(diagnostic: Diagnostic): ReadPage {
  return { page: undefined, diagnostics: [diagnostic] };
}

/** A scalar as its author sees it: text as it is, a number as it was written (`1.10` stays `1.10`). */
export function textAt(page: Page, pointer: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? (writtenScalar(page.yaml, pointer) ?? String(value)) : undefined;
}

/** Ids of teams or users. */
export function ownersOf(page: Page): readonly string[] {
  const owners = page.data['owners'];
  if (!Array.isArray(owners)) return [];
  return owners.flatMap(
    (owner, index) => textAt(page, `/owners/${index}`, isJsonObject(owner) ? owner['id'] : owner) ?? [],
  );
}
