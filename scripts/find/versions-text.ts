import type { IndexedMessage } from './field-index.ts';

const MOST_LISTED = 4;

/** Some of a message's versions in words: `all 4 versions`, `since 1.2.0`, `1.0.0 to 1.1.0`, `only 0.9.0`. */
export function versionsText(places: readonly number[], { versions }: Pick<IndexedMessage, 'versions'>): string {
  const names = places.map((place) => versions[place] ?? '');
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (versions.length === 1) return first;
  if (places.length === versions.length) return places.length === 2 ? 'both versions' : `all ${places.length} versions`;
  if (places.length === 1) return places[0] === versions.length - 1 ? `since ${first}` : `only ${first}`;
  const isRun = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
  if (isRun) return places.at(-1) === versions.length - 1 ? `since ${first}` : `${first} to ${last}`;
  const more = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
