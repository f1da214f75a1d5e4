import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { compilePattern } from '../../schema/regular-expression.ts';
import { basicPlane } from './alphabet.ts';
import { charactersOf } from './character-sets.ts';
import { intersect, type NumberSet } from './number-set.ts';
import type { PatternNode, ReadPattern } from './pattern-node.ts';

const mostPatternsKept = 500;
const patternsKept = new Map<string, ReadPattern>();
/** Groups may be nested, and the reader goes down with them. */
const mostGroups = 1_000;
const longestPattern = 50_000;

/** Reads an ECMA 262 pattern as `compilePattern` does: with the u flag, or without it where it is valid only so. */
export function readPattern(pattern: string): ReadPattern {
  const kept = patternsKept.get(pattern);
  if (kept !== undefined) return kept;
  const read = readAnew(pattern);
  if (patternsKept.size >= mostPatternsKept) patternsKept.clear();
  patternsKept.set(pattern, read);
  return read;
}

function readAnew(pattern: string): ReadPattern {
  if (pattern.length > longestPattern || pattern.split('(').length > mostGroups)
    return { kind: 'unsupported', reason: 'more characters or groups than are worked out' };
  const parsed = parse(pattern);
  if (parsed === undefined) return { kind: 'unsupported', reason: 'no regular expression' };
  const reader = new PatternReader(parsed.unicode);
  const root = reader.choice(parsed.tree.alternatives);
  if (reader.problem !== undefined) return { kind: 'unsupported', reason: reader.problem };
  return { kind: 'read', root, onlyBasicPlane: reader.onlyBasicPlane };
}

function parse(pattern: string): { readonly tree: AST.Pattern; readonly unicode: boolean } | undefined {
  try {
    const { unicode } = compilePattern(pattern);
    return { tree: new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode }), unicode };
  } catch {
    return undefined;
  }
}

class PatternReader {
  /** The first construct that is not worked out. */
  problem: string | undefined;
  onlyBasicPlane = false;
  readonly #unicode: boolean;

  constructor(unicode: boolean) {
    this.#unicode = unicode;
  }

  choice(alternatives: readonly AST.Alternative[]): PatternNode {
    const options = alternatives.map((alternative) => this.#sequence(alternative));
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
  }

  #sequence(alternative: AST.Alternative): PatternNode {
    const parts = alternative.elements.map((element) => this.#element(element));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  }

  #element(node: AST.Element): PatternNode {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return this.#characters(node);
      case 'Group':
        return node.modifiers === null ? this.choice(node.alternatives) : this.#unsupported(node.raw);
      case 'CapturingGroup':
        return this.choice(node.alternatives);
      case 'Quantifier':
        return { kind: 'repeated', body: this.#element(node.element), least: node.min, most: node.max };
      case 'Assertion':
        return this.#assertion(node);
      default:
        return this.#unsupported(node.raw);
    }
  }

  #characters(node: AST.Character | AST.CharacterSet | AST.CharacterClass): PatternNode {
    const characters = charactersOf(node);
    if (characters === undefined) return this.#unsupported(node.raw);
    if (this.#unicode) return { kind: 'characters', characters };
    if (takesSurrogates(node, characters)) this.onlyBasicPlane = true;
    return { kind: 'characters', characters: intersect(characters, basicPlane) };
  }

  #assertion(node: AST.Assertion): PatternNode {
    switch (node.kind) {
      case 'start':
        return { kind: 'start' };
      case 'end':
        return { kind: 'end' };
      case 'word':
        this.onlyBasicPlane ||= !this.#unicode;
        return { kind: 'boundary', negated: node.negate };
      default: {
        // Without the u flag it may also look from between the two halves of a character.
        this.onlyBasicPlane ||= !this.#unicode;
        const body = this.choice(node.alternatives);
        return { kind: 'look', ahead: node.kind === 'lookahead', negated: node.negate, body };
      }
    }
  }

  #unsupported(raw: string): PatternNode {
    this.problem ??= raw;
    return { kind: 'choice', options: [] };
  }
}

/** Without the u flag, whether a half of a character beyond the basic plane may be taken. */
function takesSurrogates({ raw, type }: AST.Element, characters: NumberSet): boolean {
  if (type === 'Character' && characters.length > 0) return false;
  const single = new RegExp(`^(?:${raw})$`);
  for (let unit = 0xd800; unit <= 0xdfff; unit++) if (single.test(String.fromCharCode(unit))) return true;
  return false;
}
