import type { MessageVersion } from '../model/message.ts';
import type { VersionChange } from './compare-versions.ts';

/** A change, and what is known of the version that it led to. */
export interface CatalogChange {
  readonly message: Pick<MessageVersion, 'id' | 'version' | 'kind' | 'name' | 'owners'>;
  readonly change: VersionChange;
  /** The day of the version, as its changelog has it: RFC 3339, in UTC. Undefined where it has none. */
  readonly date: string | undefined;
}

const FOLDERS = { event: 'events', command: 'commands', query: 'queries' } as const;

/** The page of a version on the site, whose address ends in a slash. */
export function pageAddress({ kind, id, version }: CatalogChange['message'], site: string): string {
  return `${site}docs/${[FOLDERS[kind], id, version].map((segment) => encodeURIComponent(segment)).join('/')}`;
}

/** Messages by name, the newest version of each first; `changes` come oldest first. */
export function newestFirst(changes: readonly CatalogChange[]): readonly CatalogChange[] {
  const byMessage = [...Map.groupBy(changes, ({ message }) => message.id)];
  return byMessage
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, ofMessage]) => ofMessage.toReversed());
}
