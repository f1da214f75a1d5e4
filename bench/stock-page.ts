/** The import line of a component of this catalog. */
const IMPORT = /^import (?:\{(?<names>[^}]*)\}|(?<name>\w+)) from '@catalog\/components\/[^']*';\n+/gm;

/**
 * The page as it would be without our components: each section that shows one of a message's is gone, and in place of the
 * first come the two that the framework has for a schema. Any other component of ours goes by itself.
 */
export function stockPage(page: string): string {
  const imported = [...page.matchAll(IMPORT)].flatMap(({ groups }) =>
    (groups?.['names'] ?? groups?.['name'] ?? '').split(',').map((name) => name.trim()),
  );
  if (imported.length === 0) return page;
  const use = new RegExp(`^<(?:${imported.join('|')})\\b[^>]*/>\\n+`, 'gm');
  const schema = /^schemaPath: (?<path>\S+)$/m.exec(page)?.groups?.['path'];
  const sections = page
    .replaceAll(IMPORT, '')
    .concat('\n')
    .split(/^(?=## )/m);
  const first = sections.findIndex((section) => showsMessage(section, use));
  const kept = sections.flatMap((section, at) => {
    if (!showsMessage(section, use)) return [section.replaceAll(use, '')];
    return at === first && schema !== undefined ? [schemaSection(schema)] : [];
  });
  return `${kept.join('').trimEnd()}\n`;
}

function showsMessage(section: string, use: RegExp): boolean {
  return [...section.matchAll(use)].some(([tag]) => tag.includes('message={'));
}

function schemaSection(path: string): string {
  return `## Schema\n\n<SchemaViewer file="${path}" />\n\n<Schema file="${path}" title="${path}" />\n\n`;
}
