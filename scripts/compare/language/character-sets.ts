import type { AST } from '@eslint-community/regexpp';
import { alphabet, complementOf, digits, insideLine, spaces, wordCharacters } from './alphabet.ts';
import { intersect, noNumbers, unite, uniteRanges, type NumberSet } from './number-set.ts';

/** The code points that a class, a set or a character takes; undefined: not of the kind that is worked out here. */
export function charactersOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.CharacterClassElement,
): NumberSet | undefined {
  switch (node.type) {
    case 'Character':
      return intersect([node.value, node.value + 1], alphabet);
    case 'CharacterClassRange':
      return intersect([node.min.value, node.max.value + 1], alphabet);
    case 'CharacterSet':
      return charactersOfSet(node);
    case 'CharacterClass': {
      const parts = node.elements.map(charactersOf);
      let united = noNumbers;
      for (const part of parts) {
        if (part === undefined) return undefined;
        united = unite(united, part);
      }
      return node.negate ? complementOf(united) : united;
    }
    default:
      return undefined;
  }
}

function charactersOfSet(node: AST.CharacterSet): NumberSet | undefined {
  switch (node.kind) {
    case 'any':
      return insideLine;
    case 'digit':
      return node.negate ? complementOf(digits) : digits;
    case 'space':
      return node.negate ? complementOf(spaces) : spaces;
    case 'word':
      return node.negate ? complementOf(wordCharacters) : wordCharacters;
    case 'property': {
      if (node.strings) return undefined;
      const name = node.value === null ? node.key : `${node.key}=${node.value}`;
      const characters = charactersWithProperty(name);
      return node.negate ? complementOf(characters) : characters;
    }
  }
}

const mostPropertiesKept = 200;
const propertiesKept = new Map<string, NumberSet>();

let planeTexts: readonly string[] | undefined;

/** The engine that runs the pattern is asked, so that both know the same version of Unicode. */
function charactersWithProperty(name: string): NumberSet {
  const kept = propertiesKept.get(name);
  if (kept !== undefined) return kept;
  const runs = new RegExp(`\\p{${name}}+`, 'gu');
  const ranges: (readonly [number, number])[] = [];
  planeTexts ??= [...planes()];
  for (const text of planeTexts) {
    for (const [run] of text.matchAll(runs)) {
      const last = run.codePointAt(
        run.length > 1 && isTrailingHalf(run.charCodeAt(run.length - 1)) ? run.length - 2 : run.length - 1,
      );
      ranges.push([run.codePointAt(0) ?? 0, last ?? 0]);
    }
  }
  const found = intersect(uniteRanges(ranges), alphabet);
  if (propertiesKept.size >= mostPropertiesKept) propertiesKept.clear();
  propertiesKept.set(name, found);
  return found;
}

function isTrailingHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function* planes(): Generator<string> {
  for (let start = 0; start < 0x110000; start += 0x1000) {
    if (start >= 0xd800 && start < 0xe000) continue;
    const text: string[] = [];
    for (let codePoint = start; codePoint < start + 0x1000; codePoint++) {
      if (codePoint < 0xd800 || codePoint > 0xdfff) text.push(String.fromCodePoint(codePoint));
    }
    yield text.join('');
  }
}
