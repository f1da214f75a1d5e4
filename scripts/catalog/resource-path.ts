/** The kinds of page that we read; each is a folder name of EventCatalog. */
const COLLECTIONS = [
  'events',
  'commands',
  'queries',
  'services',
  'agents',
  'domains',
  'subdomains',
  'systems',
  'channels',
] as const;

export type Collection = (typeof COLLECTIONS)[number];

export interface ResourcePath {
  readonly collection: Collection;
  /** False below `versioned/`. */
  readonly isCurrent: boolean;
}

// What the page at a path describes, as EventCatalog's own patterns have it: `**/events/*/index.mdx` and
// `**/events/*/versioned/*/index.mdx`; channels may lie deeper below their folder.
export function resourcePathOf(path: string): ResourcePath | undefined {
  const segments = path.split('/');
  if (!/^index\.mdx?$/.test(segments.at(-1) ?? '')) return undefined;
  const isCurrent = segments.at(-3) !== 'versioned';
  const parent = isCurrent ? segments.at(-3) : segments.at(-5);
  const collection = COLLECTIONS.find((name) => name === parent);
  if (collection !== undefined) return { collection, isCurrent };
  return segments.slice(0, -2).includes('channels') ? { collection: 'channels', isCurrent } : undefined;
}

/** The folder of a file: `events/OutOfStock` for `events/OutOfStock/index.mdx`. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

/** A path relative to a file's folder, resolved inside the catalog; undefined when it leads out. A leading `/` is the catalog's root. */
export function resolveFrom(file: string, path: string): string | undefined {
  const start = path.startsWith('/') ? [] : folderOf(file).split('/').filter(Boolean);
  const segments = [...start];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}
