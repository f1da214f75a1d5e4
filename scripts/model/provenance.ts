/** Where something that was copied out of a contract comes from. */
export interface Provenance {
  readonly id: string;
  readonly version: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the published `schema.json`. */
  readonly hash: string;
}

/** Where a text says that it comes from, and in which of its lines, from 1. */
export interface FoundProvenance extends Provenance {
  readonly line: number;
}

const HASH_DIGITS = 16;

/** What every provenance has in it: a text without this has none. */
export const provenanceSign = 'sha256:';

/** Words that single dashes join: `--` would end a comment of XML, and a dash in front is one of SQL's. */
const NAME = String.raw`(?:[A-Za-z0-9._]|%[0-9A-F]{2})+(?:-(?:[A-Za-z0-9._]|%[0-9A-F]{2})+)*`;

/** An editor that fills paragraphs may have put the hash on a line of its own, behind the sign of a comment. */
const GAP = String.raw`\s+(?:(?://+|#+|\*|--|;+|%)\s+)?`;

/** It begins no name in the middle of a word, so that a text is gone through once, however it is made. */
const PROVENANCE = new RegExp(
  String.raw`(?<![\w.%]-?)(${NAME})@(${NAME})${GAP}${provenanceSign}([0-9a-f]{${HASH_DIGITS}})(?![0-9A-Za-z])`,
  'g',
);

/**
 * `OutOfStock@0.0.4 sha256:1f3a9c0d2b4e5f67`: one line for a comment in any language, since nothing that a language could
 * obey is left in it. `schemaHash` is that of the published schema, as the index has it.
 */
export function renderProvenance(
  message: { readonly id: string; readonly version: string },
  schemaHash: string,
): string {
  const hash = shortHash(schemaHash);
  return `${encodeName(message.id)}@${encodeName(message.version)} ${provenanceSign}${hash}`;
}

/** As much of a hash as a provenance has room for. */
export function shortHash(hash: string): string {
  return hash.slice(0, HASH_DIGITS);
}

/** Every provenance in a text, in whatever language it is, however it was indented, and whatever its line ends. */
export function findProvenance(text: string): readonly FoundProvenance[] {
  if (!text.includes(provenanceSign)) return [];
  const found: FoundProvenance[] = [];
  let [line, counted] = [1, 0];
  for (const match of text.matchAll(PROVENANCE)) {
    const [, id = '', version = '', hash = ''] = match;
    const names = [decodeName(id), decodeName(version)] as const;
    if (names[0] === undefined || names[1] === undefined) continue;
    line += lineEnds(text, counted, match.index);
    counted = match.index;
    found.push({ id: names[0], version: names[1], hash, line });
  }
  return found;
}

/** A name without anything but letters, digits, dots, underscores, single dashes between them, and `%20`. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed())
    .replaceAll(/[!'()*~]/g, percent)
    .replaceAll(/^-|-(?=-|$)/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Undefined when the bytes are no UTF-8: then nobody has rendered this. */
function decodeName(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
