import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import { cutText } from '../../schema/preview.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { Node } from '../node/node.ts';
import { readArrays, readObjects } from './read-structures.ts';
import { readNumbers, readTexts, readTypes } from './read-scalars.ts';
import { readUnevaluated } from './read-unevaluated.ts';
import { createFollow } from './references.ts';
import type { Follow, Reading, ReadingOptions, SchemaDocument } from './reading.ts';

/** Keywords that are in no draft, and that refuse values where a validator knows them. Sources: draft 03, ajv-keywords. */
const assertingElsewhere: ReadonlySet<string> = new Set(
  (
    'extends disallow divisibleBy $merge $patch $data instanceof typeof range exclusiveRange switch select selectCases ' +
    'formatMinimum formatMaximum formatExclusiveMinimum formatExclusiveMaximum patternRequired prohibited regexp ' +
    'allRequired anyRequired oneRequired deepProperties deepRequired uniqueItemProperties'
  ).split(' '),
);

/** Reads a document of any draft into nodes. */
export function createSchemaReader(
  document: SchemaDocument,
  store: NodeStore,
  options: ReadingOptions,
): { readonly root: () => Node; readonly read: (schema: JsonValue) => Node; readonly follow: Follow } {
  const { dialect } = document;
  const mark = store.documentMark();
  const follow = createFollow(document);
  const nodes = new Map<JsonObject, Node | 'being read'>();
  let references = 0;

  const read = (schema: JsonValue): Node => {
    if (typeof schema === 'boolean') return schema ? store.any : store.none;
    if (!isJsonObject(schema)) return opaque('what stands where a schema is due is none', 'schema', schema);
    const known = nodes.get(schema);
    if (known === 'being read') {
      references += 1;
      return store.ref(`${mark} ${references}`, () => {
        const node = nodes.get(schema);
        return node === undefined || node === 'being read' ? store.any : node;
      });
    }
    if (known !== undefined) return known;
    nodes.set(schema, 'being read');
    const node = store.all([...readKeywords(schema)]);
    nodes.set(schema, node);
    return node;
  };
  const opaque = (reason: string, keyword: string, value: JsonValue): Node => {
    const text = canonicalText(value);
    // What refers to other places of its document means the same in this document only.
    return store.opaque(reason, `${/[rR]ef":/.test(text) ? mark : dialect} ${keyword} ${text}`);
  };
  const malformed = (keyword: string, value: JsonValue): Node =>
    opaque(`"${keyword}" is ${cutText(canonicalText(value))}, which no draft allows`, keyword, value);
  const reading: Reading = { store, dialect, options, read, malformed, opaque };

  function* readKeywords(written: JsonObject): Generator<Node> {
    const schema = keywordsOf(written, dialect);
    for (const keyword of referenceKeywords[dialect]) {
      const ref = ownValue(schema, keyword);
      if (ref !== undefined) yield readReference(keyword, ref, written);
    }
    yield* readTypes(schema, reading);
    yield* readNumbers(schema, reading);
    yield* readTexts(schema, reading);
    yield* readArrays(schema, reading);
    yield* readObjects(schema, reading);
    yield* readLogic(schema, reading);
    yield* readUnevaluated(schema, written, follow, reading);
    for (const keyword of Object.keys(schema))
      if (assertingElsewhere.has(keyword)) yield unknownKeyword(keyword, schema);
  }

  const readReference = (keyword: string, ref: JsonValue, from: JsonObject): Node => {
    if (typeof ref !== 'string') return malformed(keyword, ref);
    const target = follow(ref, from);
    if (target !== undefined) return read(target);
    return store.opaque(
      `the ${keyword} ${cutText(JSON.stringify(ref))} leads to nothing in this document`,
      `${mark} ${ref}`,
    );
  };
  const unknownKeyword = (keyword: string, schema: JsonObject): Node =>
    opaque(`the keyword "${keyword}" is in no draft`, keyword, ownValue(schema, keyword) ?? null);

  return { root: () => read(document.schema), read, follow };
}

function* readLogic(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, read, malformed } = reading;
  for (const [keyword, combine] of [
    ['allOf', store.all],
    ['anyOf', store.some],
    ['oneOf', store.one],
  ] as const) {
    const list = ownValue(schema, keyword);
    if (Array.isArray(list)) yield combine(list.map(read));
    else if (list !== undefined) yield malformed(keyword, list);
  }
  const refused = ownValue(schema, 'not');
  if (refused !== undefined) yield store.not(read(refused));
  const condition = ownValue(schema, 'if');
  if (condition !== undefined) yield* readCondition(read(condition), schema, reading);
}

function* readCondition(condition: Node, schema: JsonObject, { store, read }: Reading): Generator<Node> {
  const [then, otherwise] = [ownValue(schema, 'then'), ownValue(schema, 'else')];
  if (then !== undefined) yield store.some([store.not(condition), read(then)]);
  if (otherwise !== undefined) yield store.some([condition, read(otherwise)]);
}

export type { JsonSchema };
