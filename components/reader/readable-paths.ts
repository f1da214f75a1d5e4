import type { ReadMessage, ReadRecord, ReadType } from './reader-data.ts';

/** Deeper fields are read with what holds them. */
const DEEPEST = 6;

/**
 * The paths that somebody can choose, parents before their children. What is in a map is read with the map; what only the
 * example has, and not the schema, nobody can rely on.
 */
export function readablePaths({ reader: { root, records }, fields }: ReadMessage): readonly string[] {
  const declared = new Set(fields.map(({ path }) => path.replaceAll(/\[\d+\]/g, '[]')));
  const found = new Set<string>();
  const byName = new Map(records.map((record) => [record.name, record]));
  const visit = (type: ReadType, path: string, above: readonly ReadRecord[]): void => {
    if (type.kind === 'list') visit(type.of, `${path}[]`, above);
    if (type.kind === 'union') for (const member of type.members) visit(member, path, above);
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    if (record === undefined || above.includes(record) || above.length >= DEEPEST) return;
    for (const field of record.fields) {
      // A path cannot tell a property without a name from what holds it.
      if (field.name === '') continue;
      const at = within(path, field.name);
      found.add(at);
      visit(field.type, at, [...above, record]);
    }
  };
  visit(root, '', []);
  return [...found].filter((path) => path !== '' && declared.has(path));
}

export function within(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** `lines` holds `lines[].sku`. */
export function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

/** Without what is read with something that holds it. */
export function fewestPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => isInside(path, other)));
}
