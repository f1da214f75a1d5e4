/** What a search asks for: all of it must hold. */
export interface Query {
  readonly words: readonly string[];
  /** The words as they were written. */
  readonly free: string;
  /** `reads:storefront`, and the like; the values of one kind must all hold as well. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
}

const FILTERS = ['reads', 'sends', 'type', 'in', 'domain', 'topic', 'is'] as const;

export type FilterName = (typeof FILTERS)[number];

/** A longer query costs time, and finds nothing. */
const MOST_WORDS = 12;

/** Words that white space parts, `name:value`, and `name:"more than one word"`. What has another name is a word as it is. */
export function readQuery(text: string): Query {
  const free: string[] = [];
  const filters: Record<FilterName, string[]> = {
    reads: [],
    sends: [],
    type: [],
    in: [],
    domain: [],
    topic: [],
    is: [],
  };
  const parts = text.matchAll(/(?:(\w+):)?(?:"([^"]*)"?|(\S+))/gu);
  for (const [whole, name, quoted, bare] of [...parts].slice(0, MOST_WORDS)) {
    const filter = FILTERS.find((known) => known === name?.toLowerCase());
    const value = plain(quoted ?? bare ?? '');
    if (filter !== undefined) filters[filter].push(value);
    else free.push(...(quoted === undefined ? [whole] : quoted.split(/\s+/u)));
  }
  return {
    words: free
      .map(plain)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS),
    free: free.join(' ').trim(),
    filters: Object.assign(
      filters,
      Object.fromEntries(FILTERS.map((name) => [name, filters[name].filter((value) => value !== '')])),
    ),
  };
}

export function isEmptyQuery({ words, filters }: Query): boolean {
  return words.length === 0 && FILTERS.every((name) => filters[name].length === 0);
}

/** A text as it is compared: `customer_id`, `customerId` and `customer id` are the same. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s._\-[\]/:]+/gu, '');
}
