import { createNodeStore } from './node/node-store.ts';
import type { NodeStore } from './node/node-store.ts';
import type { Node } from './node/node.ts';
import { createSchemaReader } from './normalise/read-schema.ts';
import type { ReadingOptions, SchemaDocument } from './normalise/reading.ts';
import { declaredBy } from './policy/declared.ts';
import { evaluate } from './solve/evaluate.ts';
import { OutOfBudgetError, unknownOutcome, type Outcome } from './solve/outcome.ts';
import { createSolver, type SearchLimits } from './solve/solver.ts';

export const policies = ['declared', 'strict', 'tolerant'] as const;

/** What writers write and readers take. Source: reference/comparison.md. */
export type Policy = (typeof policies)[number];

export interface CompareOptions {
  readonly policy: Policy;
  /** Whether `format` refuses values. */
  readonly formats: ReadingOptions['formats'];
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

export function readSides(before: SchemaDocument, after: SchemaDocument, options: CompareOptions): Sides {
  const store = createNodeStore();
  return { store, before: readSide(before, store, options), after: readSide(after, store, options) };
}

function readSide(document: SchemaDocument, store: NodeStore, options: CompareOptions): Side {
  const { policy, formats } = options;
  const whole = createSchemaReader(document, store, { formats, ignoresClosed: false }).root();
  const writer = policy === 'strict' ? whole : store.all([whole, declaredBy(document, store).node]);
  return { whole, writer, reader: policy === 'tolerant' ? readReader(document, store, options) : whole };
}

/** A document as a reader takes it, in a store that may hold others. */
export function readReader(document: SchemaDocument, store: NodeStore, { policy, formats }: CompareOptions): Node {
  const options = { formats, ignoresClosed: policy === 'tolerant' };
  return createSchemaReader(document, store, options).root();
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
