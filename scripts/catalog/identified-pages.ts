import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { messageKey } from '../model/message.ts';
import { readIdentity } from './identity.ts';
import type { Identity } from './identity.ts';
import { textAt } from './page.ts';
import type { Page } from './page.ts';
import { resourcePathOf } from './resource-path.ts';
import type { Collection } from './resource-path.ts';

/** A page that says what it is. */
export interface IdentifiedPage extends Identity {
  readonly page: Page;
}

export interface IdentifiedPages {
  readonly pages: readonly IdentifiedPage[];
  /** Ids of the others, as far as they can be told. */
  readonly unread: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export const MESSAGES: readonly Collection[] = ['events', 'commands', 'queries'];

/** The pages of some collections, out of all that could be read and all that there are. */
export function identifyPages(
  collections: readonly Collection[],
  pages: readonly Page[],
  paths: readonly string[],
): IdentifiedPages {
  const isWanted = (collection: Collection | undefined) => collection !== undefined && collections.includes(collection);
  const read = pages
    .filter(({ collection }) => isWanted(collection))
    .map((page) => ({ page, ...readIdentity(page, MESSAGES.includes(page.collection)) }));
  const identified = read.flatMap(({ page, identity }) => (identity === undefined ? [] : [{ ...identity, page }]));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const known = new Set(identified.map(({ page }) => page.file));
  const unread = paths
    .filter((path) => !known.has(path) && isWanted(resourcePathOf(path)?.collection))
    .map((path) => byFile.get(path) ?? path);
  return {
    pages: identified,
    unread: new Set(unread.map(likelyId)),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** What the front matter says, or else the name of the folder, which mostly is the id. */
function likelyId(page: Page | string): string {
  const segments = (typeof page === 'string' ? page : page.file).split('/');
  const folder = segments.at(-3) === 'versioned' ? segments.at(-4) : segments.at(-2);
  return (typeof page === 'string' ? undefined : textAt(page, '/id', page.data['id'])) ?? folder ?? '';
}

export interface DistinctPages {
  readonly pages: readonly IdentifiedPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One page per message version; names that differ only in case would be one folder on some systems. */
export function distinctPages(pages: readonly IdentifiedPage[]): DistinctPages {
  const first = new Map<string, IdentifiedPage>();
  const diagnostics: Diagnostic[] = [];
  for (const message of pages) {
    const key = messageKey(message);
    const folder = key.normalize('NFC').toLowerCase();
    const other = first.get(folder)?.page.file;
    if (other === undefined) first.set(folder, message);
    else diagnostics.push(diagnose('message-duplicate', { key, other }, { file: message.page.file, pointer: '/id' }));
  }
  return { pages: [...first.values()], diagnostics };
}
