import type { AST } from '@eslint-community/regexpp';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '1234567890';
const marks = '-_. /:@+#,;!?=%&*()[]{}<>|~^$"\'\\`\t\n';
/** Which characters to prefer, in the order in which they are tried: plain letters first, mixtures last. */
export const alphabetStyles: readonly (readonly string[])[] = [
  [lower, upper, digits, marks],
  [upper, digits, lower, marks],
  [digits, upper, lower, marks],
  ['aA1-'],
  ['A1!a'],
];

/** The characters to write for a class: those of the first alphabet that it takes any of. Empty: it takes none. */
export type AlphabetFinder = (node: AST.Node, alphabets: readonly string[]) => readonly string[];

/** Looks each class up once, since a pattern is written out along many routes. */
export function createAlphabetFinder(unicode: boolean): AlphabetFinder {
  const found = new Map<string, readonly string[]>();
  return (node, alphabets) => {
    const key = [node.raw, ...alphabets].join('\n');
    const alphabet = found.get(key) ?? findAlphabet(node, unicode, alphabets);
    found.set(key, alphabet);
    return alphabet;
  };
}

/** Failing all alphabets, what the class names itself, or what it first holds. */
function findAlphabet(node: AST.Node, unicode: boolean, alphabets: readonly string[]): readonly string[] {
  const single = new RegExp(`^(?:${node.raw})$`, unicode ? 'u' : '');
  for (const alphabet of [...alphabets, lower, upper, digits, marks]) {
    const found = [...alphabet].filter((character) => single.test(character));
    if (found.length > 0) return found;
  }
  const named = namedCharacters(node).filter((character) => single.test(character));
  if (named.length > 0) return named;
  // Letters beyond ASCII first, so that no control character is taken where a letter would do.
  for (let step = 0; step < 0xd800; step++) {
    const character = String.fromCharCode((step + 0xc0) % 0xd800);
    if (single.test(character)) return [character];
  }
  return [];
}

function namedCharacters(node: AST.Node): readonly string[] {
  if (node.type !== 'CharacterClass') return [];
  return node.elements.flatMap((element) => {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)];
    return element.type === 'CharacterClassRange' ? [String.fromCodePoint(element.min.value)] : [];
  });
}
