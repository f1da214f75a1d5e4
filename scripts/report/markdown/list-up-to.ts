/** A list in a comment is no longer than this. */
const MOST_ITEMS = 30;

/** Items of a list, each starting with its dash; where there are too many, the last line counts the rest. */
export function listUpTo(items: readonly string[]): string {
  if (items.length <= MOST_ITEMS) return items.join('\n');
  return [...items.slice(0, MOST_ITEMS), `- … and ${items.length - MOST_ITEMS} more`].join('\n');
}
