/** A row of `fields.json`. */
export interface FieldRow {
  readonly path: string;
  readonly anchor: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly description: string;
  readonly bounds?: readonly string[];
  readonly variants?: readonly string[];
  readonly example?: string;
  readonly since?: string;
  readonly deprecation?: { readonly since?: string; readonly removeAfter?: string; readonly replacedBy?: string };
  readonly readBy: readonly string[];
}

/** Tables with more rows show the first of them; the others are a page of their own, fetched when asked for. */
export const MOST_ROWS = 80;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that do not show, or that change how their neighbours show, written out. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|\u034f|[\ufe00-\ufe0f]|(?! )\p{Zs}/gu;

/** Text of a catalog for HTML, inside of an element or of an attribute's quotes; on one line. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The rows of a table of fields, as HTML. */
export function fieldRows(rows: readonly FieldRow[]): string {
  return rows.map(fieldRow).join('\n');
}

function fieldRow(row: FieldRow): string {
  const { path, anchor, type, isNullable, description, bounds = [], example, readBy } = row;
  const at = path.length - (/[^.[]*(?:\[\d*\])*$/.exec(path)?.[0].length ?? 0);
  const name = `<span class="payload-inside">${escapeText(path.slice(0, at))}</span>${escapeText(path.slice(at))}`;
  const told = [
    bounds.length === 0 ? '' : bounds.map(escapeText).join(', '),
    example === undefined ? '' : `Example: <code>${escapeText(example)}</code>`,
    readBy.length === 0 ? '' : `Read by ${readBy.map(escapeText).join(', ')}`,
  ].filter(Boolean);
  return [
    `<tr id="${escapeText(anchor)}">`,
    `<th scope="row"><a href="#${escapeText(anchor)}"><code>${name}</code></a>`,
    `<span class="payload-type">${escapeText(type)}${isNullable && type !== 'null' ? ' or null' : ''}</span>`,
    `${notes(row)}</th>`,
    `<td>${inCode(description)}${told.map((text) => `<span class="payload-note">${text}</span>`).join('')}</td></tr>`,
  ].join('');
}

function notes({ isRequired, since, variants = [], deprecation }: FieldRow): string {
  const texts = [
    isRequired ? '' : 'optional',
    since === undefined ? '' : `since ${escapeText(since)}`,
    variants.length === 0 ? '' : `only if ${variants.map(escapeText).join(', or ')}`,
  ].filter(Boolean);
  const plain = texts.map((text) => `<span class="payload-note">${text}</span>`).join('');
  if (deprecation === undefined) return plain;
  const { since: from, removeAfter, replacedBy } = deprecation;
  const words = [
    `deprecated${from === undefined ? '' : ` since ${escapeText(from)}`}`,
    removeAfter === undefined ? '' : `may go after ${escapeText(removeAfter)}`,
    replacedBy === undefined ? '' : `read <code>${escapeText(replacedBy)}</code> instead`,
  ].filter(Boolean);
  return `${plain}<span class="payload-deprecated">${words.join('; ')}</span>`;
}

/** `restock` in backticks is code, as it would be in Markdown. */
function inCode(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeText(part)}</code>` : escapeText(part)))
    .join('');
}
