import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { alphabetStyles, createAlphabetFinder, type AlphabetFinder } from './pattern-alphabet.ts';

/** One way to walk through a pattern. Each way gives one text. */
interface Route {
  /** How often something that may be repeated without end is written, where its minimum allows. */
  readonly repeat: number;
  /** Characters to add where a repetition leaves room. */
  readonly extra: number;
  /** Which alternative is taken, counted round. */
  readonly alternative: number;
  readonly alphabets: readonly string[];
  /** Where each alphabet starts. */
  readonly offset: number;
  /** Whether what a lookahead asks for is written out. */
  readonly lookaheads: boolean;
}

const longestText = 20_000;
/** Characters written for one pattern, all its texts together. */
const mostWork = 200_000;

/** What the texts of one pattern share. */
interface Work {
  left: number;
  readonly alphabetOf: AlphabetFinder;
}

/**
 * Texts that a pattern may match, the most readable first: `^[A-Z]{3}-\d+$` gives `ABC-123`. Lookarounds and word
 * boundaries are not worked out, so each text has to be tried with the real expression. Finite and deterministic.
 */
export function* textsForPattern(pattern: string, leastLength: number): Generator<string> {
  const { tree, unicode } = parse(pattern);
  if (tree === undefined) return;
  const seen = new Set<string>();
  const work: Work = { left: mostWork, alphabetOf: createAlphabetFinder(unicode) };
  for (const route of routes()) {
    for (const text of textsOnRoute(tree, work, route, leastLength)) {
      if (!seen.has(text)) yield text;
      seen.add(text);
    }
    if (work.left <= 0) return;
  }
}

function* textsOnRoute(tree: AST.Pattern, work: Work, route: Route, leastLength: number): Generator<string> {
  const text = new PatternWriter(route, work).write(tree);
  if (text === undefined) return;
  const missing = leastLength - [...text].length;
  if (missing <= 0) yield text;
  else {
    const longer = new PatternWriter({ ...route, extra: missing }, work).write(tree);
    if (longer !== undefined) yield longer;
    const repeated = new PatternWriter({ ...route, repeat: Math.min(leastLength, longestText) }, work).write(tree);
    if (repeated !== undefined) yield repeated;
    yield* [text.padEnd(leastLength, 'x'), text.padStart(leastLength, 'x')];
  }
}

function* routes(): Generator<Route> {
  for (const offset of [0, 1, 2, 3, 5, 7, 11]) {
    for (const lookaheads of [false, true]) {
      for (const repeat of [3, 1, 0, 2, 8]) {
        for (const alphabets of alphabetStyles) {
          for (const alternative of [0, 1, 2, 3])
            yield { repeat, extra: 0, alternative, alphabets, offset, lookaheads };
        }
      }
    }
  }
}

function parse(pattern: string): { readonly tree: AST.Pattern | undefined; readonly unicode: boolean } {
  for (const unicode of [true, false]) {
    try {
      return { tree: new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode }), unicode };
    } catch {
      continue;
    }
  }
  return { tree: undefined, unicode: false };
}

/** Writes one text along one route; it counts how far each alphabet is used, and what the groups captured. */
class PatternWriter {
  readonly #captured = new Map<AST.CapturingGroup, string>();
  readonly #used = new Map<string, number>();
  #extra: number;
  #written = 0;
  readonly #route: Route;
  readonly #work: Work;

  constructor(route: Route, work: Work) {
    this.#route = route;
    this.#work = work;
    this.#extra = route.extra;
  }

  write(node: AST.Pattern): string | undefined {
    return this.#alternatives(node.alternatives);
  }

  #alternatives(alternatives: readonly AST.Alternative[]): string | undefined {
    const chosen = alternatives[this.#route.alternative % alternatives.length];
    return this.#join(chosen?.elements ?? []);
  }

  #join(elements: readonly AST.Element[]): string | undefined {
    let text = '';
    for (const element of elements) {
      const part = this.#element(element);
      if (part === undefined) return undefined;
      text += part;
    }
    return text;
  }

  #element(node: AST.Element): string | undefined {
    switch (node.type) {
      case 'Character':
        return this.#spend(String.fromCodePoint(node.value));
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.#character(node);
      case 'Group':
        return this.#alternatives(node.alternatives);
      case 'CapturingGroup': {
        const text = this.#alternatives(node.alternatives);
        if (text !== undefined) this.#captured.set(node, text);
        return text;
      }
      case 'Backreference':
        return (
          [node.resolved]
            .flat()
            .map((group) => this.#captured.get(group))
            .find((text) => text !== undefined) ?? ''
        );
      case 'Quantifier':
        return this.#repetition(node);
      case 'Assertion':
        return node.kind === 'lookahead' && !node.negate && this.#route.lookaheads
          ? this.#alternatives(node.alternatives)
          : '';
    }
  }

  #repetition(node: AST.Quantifier): string | undefined {
    const natural = Math.min(node.max, Math.max(node.min, this.#route.repeat));
    const room = isOneCharacter(node.element) ? Math.min(this.#extra, node.max - natural) : 0;
    this.#extra -= room;
    let text = '';
    for (let count = 0; count < natural + room; count++) {
      const part = this.#element(node.element);
      if (part === undefined || this.#spend() === undefined) return undefined;
      text += part;
    }
    return text;
  }

  #character(node: AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass): string | undefined {
    const alphabet = this.#work.alphabetOf(node, this.#route.alphabets);
    if (alphabet.length === 0) return undefined;
    const used = this.#used.get(alphabet[0] ?? '') ?? this.#route.offset;
    this.#used.set(alphabet[0] ?? '', used + 1);
    return this.#spend(alphabet[used % alphabet.length]);
  }

  /** Gives the text back, or undefined where it would become too long. */
  #spend(text = ''): string | undefined {
    this.#written += 1;
    this.#work.left -= 1;
    return this.#written > longestText || this.#work.left <= 0 ? undefined : text;
  }
}

function isOneCharacter({ type }: AST.QuantifiableElement): boolean {
  return type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';
}
