import { isJsonObject, type JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { isAnnotation, keywordsOf } from '../schema/keywords.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import { proseLines } from './comment-text.ts';
import { nameTargets } from './declared-names.ts';
import { docOf } from './doc.ts';
import { drawOutDeepTypes } from './draw-out.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { typeAt, typeOf } from './normalise.ts';
import { findTargets, refOf, resolverFor, type Resolve } from './references.ts';
import { innerNodes, type Declaration, type TypeNode } from './type-node.ts';

/** A part of a schema that no type expresses. */
export interface Unexpressed {
  readonly pointer: JsonPointer;
  readonly keyword: string;
}

export interface Declarations {
  /** The type of the whole document first. */
  readonly declarations: readonly Declaration[];
  readonly unexpressed: readonly Unexpressed[];
}

/** What the declarations are made from. */
export interface DeclarationSource {
  /** Bundled: every `$ref` is local (`#`, `#/$defs/Sku`, `#/properties/lines/items`, or the name of an anchor). */
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
  /** The name of the exported type of the whole schema; a legal identifier. */
  readonly typeName: string;
  /** True to let every object that does not forbid it have further properties. */
  readonly openObjects: boolean;
}

/** Works out the types of a schema: that of the document, and those of every definition that it uses. */
export function declareTypes({ schema, dialect, typeName, openObjects }: DeclarationSource): Declarations {
  const resolve = resolverFor(schema, dialect);
  const document: SchemaPlace = { schema, pointer: '' };
  const [start, ...aliases] = followAlias(document, dialect, resolve);
  const names = nameTargets(schema, [start, ...aliases], findTargets(document, dialect, resolve), typeName);
  const unexpressed = new Map<string, Unexpressed>();
  const queue: SchemaPlace[] = [start];
  const context: NormaliseContext = {
    dialect,
    openObjects,
    resolve,
    nameAt: (pointer) => names.get(pointer),
    typeAt: (place) => typeAt(place, context),
    refer: (place) => queue.push(place),
    note: (pointer, keyword) => unexpressed.set(`${pointer} ${keyword}`, { pointer, keyword }),
  };
  const declared = new Map<string, Declaration>();
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    const name = names.get(place.pointer) ?? typeName;
    if (declared.has(name)) continue;
    const documentDoc = place === start ? declarationDoc(document, dialect) : [];
    const doc = documentDoc.length > 0 ? documentDoc : declarationDoc(place, dialect);
    declared.set(name, { name, doc, type: typeOf(place, context) });
  }
  const declarations = [...declared.values()];
  refuseCircles(declarations);
  const taken = new Set(names.values());
  return { declarations: drawOutDeepTypes(declarations, taken), unexpressed: [...unexpressed.values()] };
}

/** Where a document is nothing but a `$ref`, what it names is the document's type: that first, then what led there. */
function followAlias(
  document: SchemaPlace,
  dialect: Dialect,
  resolve: Resolve,
): readonly [SchemaPlace, ...SchemaPlace[]] {
  const passed: SchemaPlace[] = [];
  let place = document;
  for (let ref = aliasOf(place, dialect); ref !== undefined; ref = aliasOf(place, dialect)) {
    const { pointer } = place;
    if (passed.some((before) => before.pointer === pointer))
      throw circle([...passed, place].map((step) => `#${step.pointer}`));
    passed.push(place);
    place = resolve(ref);
  }
  return [place, ...passed];
}

function aliasOf({ schema }: SchemaPlace, dialect: Dialect): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const keywords = Object.keys(keywordsOf(schema, dialect));
  const isAlias = keywords.every((name) => name === '$ref' || isAnnotation(name));
  return isAlias ? refOf(schema, dialect) : undefined;
}

function declarationDoc(place: SchemaPlace, dialect: Dialect): readonly string[] {
  const doc = docOf(place.schema, dialect);
  const title = isJsonObject(place.schema) ? place.schema['title'] : undefined;
  const isSilent = doc.length === 0 || doc[0]?.startsWith('@') === true;
  return isSilent && typeof title === 'string' && title.trim() !== '' ? [...proseLines(title), ...doc] : doc;
}

/** An alias that stands for itself is no type, in TypeScript as in JSON Schema. */
function refuseCircles(declarations: readonly Declaration[]): void {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const cleared = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw circle([...path.slice(path.indexOf(name)), name]);
    const declaration = byName.get(name);
    if (declaration === undefined || cleared.has(name)) return;
    for (const next of standsFor(declaration.type)) visit(next, [...path, name]);
    cleared.add(name);
  };
  for (const { name } of declarations) visit(name, []);
}

function standsFor(node: TypeNode): readonly string[] {
  if (node.kind === 'reference') return [node.name];
  return node.kind === 'union' || node.kind === 'intersection' ? innerNodes(node).flatMap(standsFor) : [];
}

function circle(steps: readonly string[]): Error {
  return new Error(`Expected $ref to end at a schema, found a circle that never does: ${steps.join(' -> ')}.`);
}
