import { memoryTree } from '../scripts/catalog/file-tree.ts';
import { loadCatalog } from '../scripts/catalog/load-catalog.ts';
import { renderCatalog } from '../scripts/commands/render-catalog.ts';
import type { JsonValue } from '../scripts/model/json.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A page with an id, a version and whatever else its front matter shall have, each line ended. */
export function page(id: string, version = '1.0.0', more = ''): string {
  return `---\nid: ${id}\nname: ${id}\nversion: ${version}\n${more}---\n`;
}

/** The event OrderPlaced with a schema, which other files may go with. */
export function orderPlaced(schema: JsonValue | undefined, files: Files = {}, more = ''): Files {
  return {
    'events/OrderPlaced/index.mdx': page('OrderPlaced', '1.0.0', `schemaPath: schema.json\n${more}`),
    ...(schema === undefined ? {} : { 'events/OrderPlaced/schema.json': JSON.stringify(schema, null, 2) }),
    ...files,
  };
}

export async function load(files: Files) {
  const { catalog, diagnostics } = await loadCatalog(memoryTree(files));
  return { messages: catalog.messages, codes: diagnostics.map(({ code }) => code), diagnostics };
}

/** The contracts of a catalog, and its faults with their places; infos are left out. */
export async function render(files: Files) {
  const { files: made, diagnostics } = await renderCatalog(memoryTree(files), undefined, () => undefined);
  return {
    files: new Map(made.map(({ path, content }) => [path, content])),
    faults: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, file, line, column }) => `${file}:${line ?? '-'}:${column ?? '-'} ${code}`),
    diagnostics,
  };
}
