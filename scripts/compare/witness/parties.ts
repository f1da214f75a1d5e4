import { createNodeStore } from '../node/node-store.ts';
import type { ReadingOptions, SchemaDocument } from '../normalise/reading.ts';
import { declaredBy } from '../policy/declared.ts';
import type { Policy } from '../decide.ts';
import type { SideName } from '../verdict.ts';
import { createCourt, opened, type Court, type Party } from './confirm.ts';

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
  const courtOf = (document: SchemaDocument): Court => createCourt(document, formats);
  const sideOf = (document: SchemaDocument): Record<'writer' | 'reader', () => Party> => {
    // As it stands a document is compiled once, whoever is asked.
    const asItStands = once(() => courtOf(document));
    return {
      writer: once(() => (policy === 'strict' ? [asItStands()] : [asItStands(), courtOf(declaredDocument(document))])),
      reader: once(() => (policy === 'tolerant' ? [courtOf(opened(document))] : [asItStands()])),
    };
  };
  const sides = { before: sideOf(before), after: sideOf(after) };
  return {
    writer: { before: sides.before.writer, after: sides.after.writer },
    reader: { before: sides.before.reader, after: sides.after.reader },
  };
}

function declaredDocument(document: SchemaDocument): SchemaDocument {
  return { schema: declaredBy(document, createNodeStore()).schema(), dialect: 'draft-07' };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
