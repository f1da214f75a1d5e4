/**
 * The id of a field's row on the page of its message, and so the fragment that leads to it: `field-lines~5B~5D.sku`.
 *
 * Every byte of UTF-8 outside of `A-Za-z0-9_.-` is written as `~` and two hexadecimal digits, `~` itself among them: two paths
 * never have the same id, and neither HTML, nor an address, nor JavaScript has to escape it.
 */
export function fieldAnchor(path: string): string {
  return `field-${path.replaceAll(/[^A-Za-z0-9_.-]+/g, hexBytes)}`;
}

function hexBytes(text: string): string {
  return Array.from(
    new TextEncoder().encode(text),
    (byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
