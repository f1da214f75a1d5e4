/**
 * The id of a field's row on the page of its message, and so the fragment that leads to it: `field-lines~5B~5D.sku`. Two
 * paths never have the same.
 */
export function fieldAnchor(path: string): string {
  return `field-${asciiName(path)}`;
}

/**
 * A name in `A-Za-z0-9_.-~` only, which neither HTML, nor an address, nor a file system has to escape: every other byte of
 * its UTF-8, and `~` itself, is written as `~` and two hexadecimal digits.
 */
export function asciiName(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_.-]+/g, (other) =>
    Array.from(new TextEncoder().encode(other), (byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
      '',
    ),
  );
}
