import { greatestNumber, hasNumber, leastNumber, type NumberSet } from './number-set.ts';
import type { Term, TermFacts } from './term.ts';

/** What is known of a term from its parts. */
type Facts = Omit<TermFacts, 'id'>;

export const factsOfCharacters: Facts = { nullable: false, shortest: 1, longest: 1, depth: 0 };

export function factsOfLength(lengths: NumberSet): Facts {
  const [shortest, longest] = [leastNumber(lengths), greatestNumber(lengths)];
  return { nullable: hasNumber(lengths, 0), shortest, longest, depth: 0 };
}

export function factsOfConcatenation(left: Term, right: Term): Facts {
  return {
    nullable: left.nullable && right.nullable,
    shortest: left.shortest + right.shortest,
    longest: left.longest + right.longest,
    // The right part is only gone into where the left may be empty.
    depth: 1 + Math.max(left.depth, left.nullable ? right.depth : 0),
  };
}

export function factsOfRepetition(body: Term, least: number, most: number): Facts {
  return {
    nullable: least === 0,
    shortest: least * body.shortest,
    longest: most * body.longest,
    depth: 1 + body.depth,
  };
}

export function factsOfComplement(body: Term): Facts {
  return { nullable: !body.nullable, shortest: body.nullable ? 1 : 0, longest: Infinity, depth: 1 + body.depth };
}

export function factsOfUnion(members: readonly Term[]): Facts {
  return {
    nullable: members.some(({ nullable }) => nullable),
    shortest: members.reduce((least, { shortest }) => Math.min(least, shortest), Infinity),
    longest: members.reduce((most, { longest }) => Math.max(most, longest), 0),
    depth: depthOver(members),
  };
}

export function factsOfIntersection(members: readonly Term[]): Facts {
  return {
    nullable: members.every(({ nullable }) => nullable),
    shortest: members.reduce((most, { shortest }) => Math.max(most, shortest), 0),
    longest: members.reduce((least, { longest }) => Math.min(least, longest), Infinity),
    depth: depthOver(members),
  };
}

function depthOver(members: readonly Term[]): number {
  return 1 + members.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}
