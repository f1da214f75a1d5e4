import { isJsonArray, ownValue, type JsonObject, type JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer } from '../../model/pointer.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import { placesIn } from '../../schema/places-below.ts';
import { resolveLocalRef } from '../../schema/resolve-local-ref.ts';
import type { ObjectPlace, SchemaPlace } from '../../schema/walk.ts';
import type { BranchGroup, Conjunct, Gathered, Located, Places } from './merged-schema.ts';

/** A whole schema and the draft that it is read as. */
export interface SchemaDocument {
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
}

export const nothingGathered: Gathered = { conjuncts: [], groups: [], openReferences: [], never: undefined };

/** Follows every reference and enters every `allOf`, each place once, in the order in which they stand. */
export function gatherPlaces(places: Places, { schema: root, dialect }: SchemaDocument): Gathered {
  const conjuncts: Conjunct[] = [];
  const groups: BranchGroup[] = [];
  const openReferences: Located<string>[] = [];
  let never: string | undefined;
  const seen = new Set<string>();
  const open: SchemaPlace[] = places.toReversed();
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place.pointer)) continue;
    seen.add(place.pointer);
    if (place.schema === false) never ??= place.pointer;
    if (typeof place.schema === 'boolean') continue;
    const found: ObjectPlace = { pointer: place.pointer, schema: keywordsOf(place.schema, dialect) };
    const next: SchemaPlace[] = [];
    for (const reference of referencesOf(found, dialect)) {
      const target = resolveLocalRef(root, reference.value, dialect);
      if (target === undefined) openReferences.push(reference);
      else next.push(target);
    }
    for (const member of placesIn(found, 'allOf')) next.push(member);
    for (const member of next.toReversed()) open.push(member);
    for (const group of groupsOf(found)) groups.push(group);
    conjuncts.push({ pointer: place.pointer, schema: withoutApplicators(found.schema, dialect) });
  }
  return { conjuncts, groups, openReferences, never };
}

function referencesOf({ pointer, schema }: ObjectPlace, dialect: Dialect): readonly Located<string>[] {
  return referenceKeywords[dialect].flatMap((keyword) => {
    const value = ownValue(schema, keyword);
    return typeof value === 'string' ? [{ value, pointer: appendPointer(pointer, keyword) }] : [];
  });
}

function groupsOf(place: ObjectPlace): readonly BranchGroup[] {
  return (['anyOf', 'oneOf'] as const)
    .filter((keyword) => isJsonArray(ownValue(place.schema, keyword)))
    .map((keyword) => ({
      keyword,
      pointer: appendPointer(place.pointer, keyword),
      branches: placesIn(place, keyword).map((branch) => [branch]),
    }));
}

function withoutApplicators(schema: JsonObject, dialect: Dialect): JsonObject {
  const left = new Set<string>([...referenceKeywords[dialect], 'allOf', 'anyOf', 'oneOf', '$defs', 'definitions']);
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !left.has(keyword)));
}
