import { isJsonArray, type JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { placeAt, placesOf } from '../schema/places-below.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import { unionOf } from './combine-types.ts';
import { isCombined } from './combined.ts';
import { docOf } from './doc.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { keyword, typeKey, type FieldNode, type IndexNode, type ObjectNode, type TypeNode } from './type-node.ts';

/** The type of an object: its fields in the order of the schema, then what else may be in it. */
export function objectType(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): ObjectNode {
  const declared = placesOf({ schema: keywords, pointer }, 'properties');
  const required = requiredNames(keywords);
  const fields = declared.map((place) => ({
    name: place.name,
    type: required.has(place.name) ? context.typeAt(place) : optionalType(place, context),
    required: required.has(place.name),
    doc: docOf(place.schema, context.dialect),
    conditional: false,
  }));
  const known = new Set(declared.map(({ name }) => name));
  const undeclared = [...required].filter((name) => !known.has(name)).map((name) => unknownField(name));
  const index = indexType(keywords, pointer, context);
  const all = [...fields, ...undeclared];
  const fitted = index === undefined ? undefined : fitIndex(index, all);
  const isWidened = index !== undefined && fitted !== undefined && typeKey(index) !== typeKey(fitted);
  if (isWidened && 'additionalProperties' in keywords)
    context.note(pointer, 'additionalProperties (wider in the types)');
  if (fitted === undefined) return { kind: 'object', fields: all, index: impliedIndex(keywords, known, context) };
  return { kind: 'object', fields: all, index: { type: fitted, implied: false } };
}

/**
 * The fields that only a branch of `if`, or a dependency, declares: they may be there, and are listed as optional.
 * `unknown` when there are none.
 */
export function conditionalFields(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): TypeNode {
  const place = { schema: keywords, pointer };
  const branches = [
    ...('if' in keywords ? ['then', 'else'] : []).flatMap((name) => placeAt(place, name)),
    ...['dependentSchemas', 'dependencies'].flatMap((name) => placesOf(place, name)),
  ];
  const objects = branches.map((branch) => context.typeAt(branch)).filter((branch) => branch.kind === 'object');
  const fields = new Map<string, FieldNode>();
  for (const field of objects.flatMap((object) => object.fields)) {
    const types = [fields.get(field.name)?.type, field.type].filter((member) => member !== undefined);
    fields.set(field.name, { ...field, type: unionOf(types), required: false, conditional: true });
  }
  if (fields.size === 0) return keyword('unknown');
  return { kind: 'object', fields: [...fields.values()], index: { type: keyword('unknown'), implied: true } };
}

/** What TypeScript sees in every object, whether it is in its JSON or not. */
const INHERITED = new Set(
  'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf'.split(' '),
);

/** An object without the field has the inherited member instead, as TypeScript sees it: no narrower type would fit that. */
function optionalType(place: SchemaPlace & { readonly name: string }, context: NormaliseContext): TypeNode {
  if (!INHERITED.has(place.name)) return context.typeAt(place);
  context.note(place.pointer, 'type (every JavaScript object has such a member)');
  return keyword('unknown');
}

function requiredNames(keywords: JsonObject): ReadonlySet<string> {
  const { required } = keywords;
  return new Set(isJsonArray(required) ? required.filter((name) => typeof name === 'string') : []);
}

function unknownField(name: string): FieldNode {
  return { name, type: keyword('unknown'), required: true, doc: [], conditional: false };
}

/** What the schema itself says of further properties; undefined when it asks for none. */
function indexType(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): TypeNode | undefined {
  const patterns = placesOf({ schema: keywords, pointer }, 'patternProperties');
  const further = furtherProperties(keywords, pointer);
  const types = [...patterns, ...(further === undefined ? [] : [further])].map((place) => context.typeAt(place));
  const asked = types.filter((member) => !(member.kind === 'keyword' && member.name === 'never'));
  const isOpen = further === undefined && context.openObjects;
  if (isOpen) return keyword('unknown');
  return asked.length === 0 ? undefined : unionOf(asked);
}

function furtherProperties(keywords: JsonObject, pointer: JsonPointer): SchemaPlace | undefined {
  const place = { schema: keywords, pointer };
  const [additional] = placeAt(place, 'additionalProperties');
  if (additional !== undefined) return additional;
  const [unevaluated] = placeAt(place, 'unevaluatedProperties');
  if (unevaluated === undefined || typeof unevaluated.schema === 'boolean') return unevaluated;
  // It does not speak of what other parts of the schema declare, and an index signature cannot leave those out.
  return isCombined(keywords) ? { ...unevaluated, schema: true } : unevaluated;
}

/** An object that declares no property is a map, unless it says that it is empty. */
function impliedIndex(
  keywords: JsonObject,
  declared: ReadonlySet<string>,
  context: NormaliseContext,
): IndexNode | undefined {
  if (declared.size > 0) return undefined;
  const isClosed = keywords['additionalProperties'] === false || keywords['unevaluatedProperties'] === false;
  if (isClosed && requiredNames(keywords).size > 0) return undefined;
  return { type: keyword(isClosed ? 'never' : 'unknown'), implied: !context.openObjects || isClosed };
}

/** TypeScript wants every field to fit the index signature, JSON Schema does not: so the index signature gives way. */
function fitIndex(index: TypeNode, fields: readonly FieldNode[]): TypeNode {
  if (fields.length === 0 || (index.kind === 'keyword' && index.name === 'unknown')) return index;
  if (!fields.every((field) => isShort(field.type))) return keyword('unknown');
  const optional = fields.some((field) => !field.required) ? [keyword('undefined')] : [];
  return unionOf([index, ...fields.map((field) => field.type), ...optional]);
}

function isShort(node: TypeNode): boolean {
  if (node.kind === 'array') return isShort(node.items);
  if (node.kind === 'union') return node.members.every(isShort);
  return node.kind === 'keyword' || node.kind === 'reference' || node.kind === 'literal';
}
