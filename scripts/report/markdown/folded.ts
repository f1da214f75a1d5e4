/** Text that opens on a click. The title is HTML; the empty lines around the body have it read as Markdown again. */
export function folded(title: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
