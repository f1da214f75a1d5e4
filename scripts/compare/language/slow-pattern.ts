import type { PatternNode } from './pattern-node.ts';
import { readPattern } from './read-pattern.ts';

/** Texts up to this length are matched at once by any pattern. */
const SHORT = 24;

/** So many tries take about a second. */
const MOST_TRIES = 1e8;

/** Whether JavaScript's own matching, which tries one way after the other, may take very long for a text of that length. */
export function maySlowDown(pattern: string, length: number): boolean {
  if (length <= SHORT) return false;
  const read = readPattern(pattern);
  if (read.kind === 'unsupported' || repeatsWhatVaries(read.root)) return true;
  // Each repetition without a limit may end anywhere; a pattern without a `^` may also start anywhere.
  return length ** (1 + countUnlimited(read.root)) > MOST_TRIES * (pattern.startsWith('^') ? length : 1);
}

/** A repetition of something that can match in several ways: the ways multiply. */
function repeatsWhatVaries(node: PatternNode): boolean {
  if (node.kind === 'repeated' && node.most > 3 && varies(node.body)) return true;
  return partsOf(node).some(repeatsWhatVaries);
}

function varies(node: PatternNode): boolean {
  if (node.kind === 'choice') return true;
  return (node.kind === 'repeated' && node.least !== node.most) || partsOf(node).some(varies);
}

function countUnlimited(node: PatternNode): number {
  const own = node.kind === 'repeated' && node.most > 100 ? 1 : 0;
  return partsOf(node).reduce((count, part) => count + countUnlimited(part), own);
}

function partsOf(node: PatternNode): readonly PatternNode[] {
  switch (node.kind) {
    case 'repeated':
    case 'look':
      return [node.body];
    case 'sequence':
      return node.parts;
    case 'choice':
      return node.options;
    default:
      return [];
  }
}
