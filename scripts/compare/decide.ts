import { createNodeStore } from './node/node-store.ts';
import type { NodeStore } from './node/node-store.ts';
import type { Node } from './node/node.ts';
import { createSchemaReader } from './normalise/read-schema.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import { declaredBy } from './policy/declared.ts';
import { evaluate } from './solve/evaluate.ts';
import { OutOfBudgetError, unknownOutcome, type Outcome } from './solve/outcome.ts';
import { createSolver, type SearchLimits } from './solve/solver.ts';

export type Policy = 'declared' | 'strict' | 'tolerant';

export interface DecideOptions {
  readonly policy: Policy;
  readonly formats: 'assertion' | 'annotation';
  readonly limits: SearchLimits;
}

/** Both documents as nodes of one store, as writers and as readers. */
export interface Sides {
  readonly store: NodeStore;
  readonly before: Side;
  readonly after: Side;
}

export interface Side {
  /** The schema as it stands, whatever the policy. */
  readonly whole: Node;
  readonly writer: Node;
  readonly reader: Node;
}

export function readSides(before: SchemaDocument, after: SchemaDocument, options: DecideOptions): Sides {
  const store = createNodeStore();
  return { store, before: readSide(before, 'before', store, options), after: readSide(after, 'after', store, options) };
}

function readSide(document: SchemaDocument, key: string, store: NodeStore, { policy, formats }: DecideOptions): Side {
  const whole = createSchemaReader(document, key, store, { formats, ignoresClosed: false }).root();
  if (policy === 'strict') return { whole, writer: whole, reader: whole };
  const writer = store.all([whole, declaredBy(document, key, store).node]);
  if (policy === 'declared') return { whole, writer, reader: whole };
  return {
    whole,
    writer,
    reader: createSchemaReader(document, `${key} open`, store, { formats, ignoresClosed: true }).root(),
  };
}

/** Searches a value that a writer may write and a reader refuses. */
export function searchWitness(writer: Node, reader: Node, store: NodeStore, limits: SearchLimits): Outcome {
  try {
    const outcome = createSolver(store, limits).solve([writer, store.not(reader)]);
    if (outcome.kind !== 'value') return outcome;
    // Nothing is found that the definitions of the nodes do not bear out.
    return evaluate(writer, outcome.value) === true && evaluate(reader, outcome.value) === false
      ? outcome
      : unknownOutcome('what was found is not borne out: a schema refers to itself, or a keyword is not known');
  } catch (error) {
    if (error instanceof OutOfBudgetError) return unknownOutcome(error.message);
    if (error instanceof RangeError) return unknownOutcome('the schemas are nested too deeply');
    throw error;
  }
}
