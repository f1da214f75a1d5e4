import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { formatCheckers } from '../../schema/formats.ts';
import {
  anchorKeywords,
  appliesSchemas,
  demandKeywords,
  referenceKeywords,
  refHidesSiblings,
  schemaKeywords,
  type SchemaKeywordShape,
} from '../../schema/keywords.ts';
import { resolveLocalRef } from '../../schema/resolve-local-ref.ts';
import { isSchema } from '../../schema/walk.ts';
import { equalsOneOf, looksLikeSchema } from './spell-out-value.ts';
import { decodeFragment, resourceId, surveyReferences, type ReferenceSurvey } from './survey-references.ts';

interface Preparation extends ReferenceSurvey {
  readonly root: JsonSchema;
  readonly dialect: Dialect;
  readonly assertFormats: boolean;
}

/**
 * Writes a schema anew with what Hyperjump should read, every part at its place, so that references stay as they are.
 * Gone are `$schema` (the caller knows the draft), `$vocabulary`, annotations (Hyperjump would look for schemas in
 * their examples), keywords of other drafts, and `$id`s that no reference depends on. Throws where a reference would
 * send Hyperjump round for ever.
 */
export function prepareForHyperjump(root: JsonSchema, dialect: Dialect, assertFormats: boolean): JsonSchema {
  return rewrite(root, { ...surveyReferences(root, dialect), root, dialect, assertFormats });
}

function rewrite(schema: JsonSchema, preparation: Preparation): JsonSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const { dialect } = preparation;
  const refAlone = refHidesSiblings(dialect) && typeof ownValue(schema, '$ref') === 'string';
  const written: [string, JsonValue][] = refAlone ? [] : [...namesOf(schema, preparation)];
  const members: JsonObject[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (referenceKeywords[dialect].includes(keyword)) {
      if (!refAlone || keyword === '$ref') written.push([keyword, rewriteRef(value, preparation)]);
    } else if (demandKeywords[dialect].has(keyword)) {
      if (refAlone || !isAsserted(keyword, value, preparation)) continue;
      const choices = membersThatLookLikeSchemas(keyword, value);
      if (choices === undefined) written.push([keyword, value]);
      else members.push(equalsOneOf(choices, dialect));
    } else {
      const shape = shapeOf(keyword, refAlone, preparation);
      if (shape !== undefined) written.push([keyword, rewriteHeld(value, shape, preparation)]);
    }
  }
  return withMembers(Object.fromEntries(written), members);
}

/** How a keyword holds schemas that count: those that apply, and those that a reference may lead to. */
function shapeOf(
  keyword: string,
  refAlone: boolean,
  { dialect, segments }: Preparation,
): SchemaKeywordShape | undefined {
  if (keyword === '$defs' || keyword === 'definitions') return 'map';
  const shape = ownValue(schemaKeywords[dialect], keyword);
  if (shape !== undefined && appliesSchemas(keyword)) return refAlone ? undefined : shape;
  return segments.has(keyword) ? 'schema-or-list' : undefined;
}

/** The names by which references find a schema, in the way of the newest drafts. */
function* namesOf(schema: JsonObject, { dialect, idsMatter, root }: Preparation): Generator<[string, JsonValue]> {
  const id = resourceId(schema, dialect);
  if (id !== undefined && idsMatter) yield ['$id', id];
  for (const keyword of anchorKeywords[dialect]) {
    const anchor = ownValue(schema, keyword);
    if (anchor !== undefined) yield [keyword, anchor];
  }
  if (dialect === '2019-09' && schema === root && ownValue(schema, '$recursiveAnchor') === true) {
    yield ['$recursiveAnchor', true];
  }
  const name = ownValue(schema, dialect === 'draft-04' ? 'id' : '$id');
  if (refHidesSiblings(dialect) && typeof name === 'string' && /^#[^/]/.test(name)) yield ['$anchor', name.slice(1)];
}

/** What a keyword holds. What is no schema stays, for Hyperjump to stumble over. */
function rewriteHeld(value: JsonValue, shape: SchemaKeywordShape, preparation: Preparation): JsonValue {
  const rewritten = (item: JsonValue): JsonValue => (isSchema(item) ? rewrite(item, preparation) : item);
  if (isJsonArray(value)) return shape === 'list' || shape === 'schema-or-list' ? value.map(rewritten) : value;
  if (!isJsonObject(value) || shape === 'schema' || shape === 'schema-or-list') return rewritten(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewritten(item)]));
}

/**
 * A reference with its fragment encoded the way Hyperjump decodes it. One that leads to the text of a reference makes
 * Hyperjump follow that in turn, and again, without an end.
 */
function rewriteRef(ref: JsonValue, { root, dialect }: Preparation): JsonValue {
  if (typeof ref !== 'string' || !ref.includes('#')) return ref;
  const [resource = '', ...fragments] = ref.split('#');
  const fragment = decodeFragment(fragments.join('#'));
  if (fragment.endsWith('/$ref') && (resource !== '' || resolveLocalRef(root, ref, dialect) === undefined)) {
    throw new Error(`the $ref ${JSON.stringify(ref)} leads to the text of another`);
  }
  return `${resource}#${encodeURI(fragment)}`;
}

function isAsserted(keyword: string, value: JsonValue, { assertFormats }: Preparation): boolean {
  if (keyword !== 'format') return true;
  return assertFormats && typeof value === 'string' && Object.hasOwn(formatCheckers, value);
}

function membersThatLookLikeSchemas(keyword: string, value: JsonValue): readonly JsonValue[] | undefined {
  if (keyword !== 'const' && keyword !== 'enum') return undefined;
  const members = keyword === 'enum' && isJsonArray(value) ? value : [value];
  return members.some(looksLikeSchema) ? members : undefined;
}

function withMembers(schema: JsonObject, members: readonly JsonObject[]): JsonObject {
  if (members.length === 0) return schema;
  const allOf = ownValue(schema, 'allOf');
  return { ...schema, allOf: [...(isJsonArray(allOf) ? allOf : []), ...members] };
}
