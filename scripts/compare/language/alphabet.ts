import { hasNumber, intersect, invert, leastNumber, numbersBetween, type NumberSet } from './number-set.ts';

/** Every code point but the surrogates: JSON texts are exchanged in UTF-8, which has no lone ones. */
export const alphabet: NumberSet = [0, 0xd800, 0xe000, 0x110000];
/** The part of the alphabet of which a UTF-16 code unit holds one each. */
export const basicPlane: NumberSet = [0, 0xd800, 0xe000, 0x10000];

export const digits: NumberSet = [48, 58];
export const wordCharacters: NumberSet = [48, 58, 65, 91, 95, 96, 97, 123];
export const spaces: NumberSet = [
  9, 14, 0x20, 0x21, 0xa0, 0xa1, 0x1680, 0x1681, 0x2000, 0x200b, 0x2028, 0x202a, 0x202f, 0x2030, 0x205f, 0x2060, 0x3000,
  0x3001, 0xfeff, 0xff00,
];
/** What `.` takes. */
export const insideLine: NumberSet = complementOf([10, 11, 13, 14, 0x2028, 0x202a]);

const readable = [
  'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ' -_./:@+#,;!?=%&*()[]{}<>|~^$"\'\\`',
].flatMap((text) => [...text].map((character) => character.charCodeAt(0)));
const rankOfReadable = new Map(readable.map((codePoint, rank) => [codePoint, rank]));
/** Where to look for a character when no readable one will do: letters beyond ASCII first, control characters last. */
const otherPlaces: readonly NumberSet[] = [
  numbersBetween(0xc0, 0x2ff),
  numbersBetween(0x370, 0xd7ff),
  numbersBetween(0xa1, 0xffff),
  numbersBetween(0x10000, 0x10ffff),
  numbersBetween(0x80, 0x10ffff),
  numbersBetween(9, 10),
  numbersBetween(0, 0x7f),
];

export function complementOf(characters: NumberSet): NumberSet {
  return intersect(invert(characters), alphabet);
}

/** The most readable character of a set that is not empty. */
export function pickCharacter(characters: NumberSet): number {
  for (const codePoint of readable) if (hasNumber(characters, codePoint)) return codePoint;
  for (const place of otherPlaces) {
    const found = intersect(characters, place);
    if (found.length > 0) return leastNumber(found);
  }
  return leastNumber(characters);
}

/** Sorts characters: the smaller the rank, the more readable. */
export function rankOfCharacter(codePoint: number): number {
  const rank = rankOfReadable.get(codePoint);
  if (rank !== undefined) return rank;
  return otherPlaces.findIndex((place) => hasNumber(place, codePoint)) * 0x110000 + codePoint + readable.length;
}

/** All characters, the readable ones first. */
export function* charactersInOrder(): Generator<number> {
  yield* readable;
  for (let codePoint = 0xc0; codePoint < 0x110000; codePoint++) if (hasNumber(alphabet, codePoint)) yield codePoint;
  for (let codePoint = 0xbf; codePoint >= 0; codePoint--) if (!rankOfReadable.has(codePoint)) yield codePoint;
}
