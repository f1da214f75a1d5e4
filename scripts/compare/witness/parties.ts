import { createNodeStore } from '../node/node-store.ts';
import type { ReadingOptions, SchemaDocument } from '../normalise/reading.ts';
import { declaredBy } from '../policy/declared.ts';
import type { Policy } from '../decide.ts';
import type { SideName } from '../verdict.ts';
import { createParty, opened, type Party } from './confirm.ts';

/** The validators of both sides, for either role. They are made when they are first needed: a proof needs none. */
export interface Parties {
  readonly writer: Readonly<Record<SideName, () => Party>>;
  readonly reader: Readonly<Record<SideName, () => Party>>;
}

export function createParties(
  before: SchemaDocument,
  after: SchemaDocument,
  { policy, formats }: { readonly policy: Policy; readonly formats: ReadingOptions['formats'] },
): Parties {
  const writer = (document: SchemaDocument) => (): Party =>
    createParty(policy === 'strict' ? [document] : [document, declaredDocument(document)], formats);
  const reader = (document: SchemaDocument) => (): Party =>
    createParty([policy === 'tolerant' ? opened(document) : document], formats);
  return {
    writer: { before: once(writer(before)), after: once(writer(after)) },
    reader: { before: once(reader(before)), after: once(reader(after)) },
  };
}

function declaredDocument(document: SchemaDocument): SchemaDocument {
  return { schema: declaredBy(document, createNodeStore()).schema(), dialect: 'draft-07' };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
