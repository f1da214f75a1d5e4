import type { ReadRecord, ReadType, ReadTypes } from './reader-data.ts';

/** Deeper fields are read with what holds them. */
const DEEPEST = 6;

/** The paths that somebody can choose, parents before their children. What is in a map is read with the map. */
export function readablePaths({ root, records }: ReadTypes): readonly string[] {
  const found = new Set<string>();
  const byName = new Map(records.map((record) => [record.name, record]));
  const visit = (type: ReadType, path: string, above: readonly ReadRecord[]): void => {
    if (type.kind === 'list') visit(type.of, `${path}[]`, above);
    if (type.kind === 'union') for (const member of type.members) visit(member, path, above);
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    if (record === undefined || above.includes(record) || above.length >= DEEPEST) return;
    for (const field of record.fields) {
      const at = within(path, field.name);
      found.add(at);
      visit(field.type, at, [...above, record]);
    }
  };
  visit(root, '', []);
  return [...found];
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
