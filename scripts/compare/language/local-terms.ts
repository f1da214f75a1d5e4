import type { Look, PatternNode } from './pattern-node.ts';
import type { TermStore } from './term-store.ts';
import type { Term } from './term.ts';

/** A part of a sequence: the words that it takes, or what still depends on its surroundings. */
export type SequencePart =
  { readonly kind: 'words'; readonly words: Term } | { readonly kind: 'open'; readonly node: PatternNode };

/**
 * The terms of what takes the same words wherever it stands. A look counts among that when all that it may see is in
 * the same sequence: `(?!-)[a-z-]{2}` is the intersection of two languages.
 */
export class LocalTerms {
  readonly #store: TermStore;
  /** Whether it is known not to stand at the start of the string. */
  readonly #afterStart: boolean;
  readonly #known = new Map<PatternNode, Term | undefined>();

  constructor(store: TermStore, afterStart: boolean) {
    this.#store = store;
    this.#afterStart = afterStart;
  }

  /** Undefined: it depends on the surroundings. */
  termOf(node: PatternNode): Term | undefined {
    if (this.#known.has(node)) return this.#known.get(node);
    const term = this.#makeTerm(node);
    this.#known.set(node, term);
    return term;
  }

  /** Neighbours that take words are one part. */
  partsOf(nodes: readonly PatternNode[]): readonly SequencePart[] {
    const forward: SequencePart[] = [];
    for (const node of nodes.flatMap((part) => (part.kind === 'sequence' ? part.parts : [part]))) {
      if (node.kind !== 'look' || node.ahead || !this.#lookBack(node, forward)) forward.push(this.#part(node));
    }
    const backward: SequencePart[] = [];
    for (const part of forward.toReversed()) {
      const after = backward.at(-1);
      const isLook = part.kind === 'open' && part.node.kind === 'look' && part.node.ahead;
      const seen = isLook && after?.kind === 'words' ? this.#look(part.node, after.words) : undefined;
      if (seen !== undefined) backward.splice(-1, 1, seen);
      else if (part.kind === 'words' && after?.kind === 'words')
        backward.splice(-1, 1, { kind: 'words', words: this.#store.concatenation(part.words, after.words) });
      else backward.push(part);
    }
    return backward.toReversed();
  }

  /** Cuts the last words down to those that the lookbehind agrees with. False: it may see farther. */
  #lookBack(look: Look, parts: SequencePart[]): boolean {
    const start = parts.findLastIndex(({ kind }) => kind === 'open') + 1;
    const words = parts.slice(start).flatMap((part) => (part.kind === 'words' ? [part.words] : []));
    const seen = this.#look(look, this.#store.sequence(words));
    if (seen !== undefined) parts.splice(start, parts.length, seen);
    return seen !== undefined;
  }

  #part(node: PatternNode): SequencePart {
    const words = this.termOf(node);
    return words === undefined ? { kind: 'open', node } : { kind: 'words', words };
  }

  #makeTerm(node: PatternNode): Term | undefined {
    const store = this.#store;
    switch (node.kind) {
      case 'characters':
        return store.characters(node.characters);
      case 'sequence': {
        const parts = this.partsOf(node.parts);
        const [only] = parts;
        if (only === undefined) return store.emptyWord;
        return parts.length === 1 && only.kind === 'words' ? only.words : undefined;
      }
      case 'choice': {
        const terms = node.options.map((option) => this.termOf(option));
        return terms.every((term) => term !== undefined) ? store.union(terms) : undefined;
      }
      case 'repeated': {
        const body = this.termOf(node.body);
        return body === undefined ? undefined : store.repetition(body, node.least, node.most);
      }
      case 'start':
        return this.#afterStart ? store.nothing : undefined;
      default:
        return undefined;
    }
  }

  /** The words beside it that the look agrees with; undefined: it may see farther. */
  #look(look: Look, words: Term): SequencePart | undefined {
    // Seen backwards, the start is not ruled out.
    if (this.#afterStart && !look.ahead) return undefined;
    const body = this.termOf(look.body);
    if (body === undefined || body.longest > words.shortest) return undefined;
    const { everything } = this.#store;
    const seen = look.ahead ? this.#store.sequence([body, everything]) : this.#store.sequence([everything, body]);
    const agreed = look.negated ? this.#store.complement(seen) : seen;
    return { kind: 'words', words: this.#store.intersection([words, agreed]) };
  }
}
