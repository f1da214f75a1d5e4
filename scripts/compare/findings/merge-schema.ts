import { isJsonObject, ownValue, type JsonValue } from '../../model/json.ts';
import { appendPointer } from '../../model/pointer.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import {
  anchorKeywords,
  appliesSchemas,
  demandKeywords,
  isAnnotation,
  referenceKeywords,
  schemaKeywords,
} from '../../schema/keywords.ts';
import { placeAt } from '../../schema/places-below.ts';
import { gatherPlaces, nothingGathered, type SchemaDocument } from './gather-places.ts';
import { allowsFamily, keywordsOfFamily } from './keyword-types.ts';
import { withoutRepeats } from './marks.ts';
import { mergeArrays } from './merge-arrays.ts';
import { mergeObjects } from './merge-objects.ts';
import { mergeScalars, type ScalarDemands } from './merge-scalars.ts';
import { mergeValues, typesInValues } from './merge-values.ts';
import type { Conditional, Conjunct, Gathered, Located, MergedSchema, Places } from './merged-schema.ts';
import { simplifyNegation } from './simplify-negation.ts';
import { simplifyGroup } from './simplify-group.ts';

/** A group inside a group inside … is taken apart so many levels deep, and left as it is below. */
const deepestGroups = 12;

/** Makes the function that merges what holds at one place of a document; each place is merged once. */
export function createMerger(document: SchemaDocument): (places: Places) => MergedSchema {
  const known = new Map<string, MergedSchema>();
  const underWay = new Set<string>();
  const below = (places: Places): MergedSchema => {
    const key = JSON.stringify(places.map(({ pointer }) => pointer));
    const found = known.get(key);
    if (found !== undefined) return found;
    const isRecursive = underWay.has(key) || underWay.size >= deepestGroups;
    underWay.add(key);
    const gathered = gatherPlaces(places, document);
    const merged = merge(isRecursive ? gathered : simplify(gathered, below), document, below);
    underWay.delete(key);
    if (!isRecursive) known.set(key, merged);
    return merged;
  };
  return below;
}

function simplify(gathered: Gathered, below: MergedSchema['below']): Gathered {
  const { conjuncts, groups, ...rest } = gathered;
  const parts: readonly Gathered[] = [
    { ...nothingGathered, ...rest },
    ...conjuncts.map((conjunct) => simplifyNegation(conjunct, below)),
    ...groups.map((group) => simplifyGroup(group, group.branches.map(below))),
  ];
  return withoutRepeats({
    conjuncts: parts.flatMap((part) => part.conjuncts),
    groups: parts.flatMap((part) => part.groups),
    openReferences: parts.flatMap((part) => part.openReferences),
    never: parts.find(({ never }) => never !== undefined)?.never,
  });
}

function merge(gathered: Gathered, { dialect }: SchemaDocument, below: MergedSchema['below']): MergedSchema {
  const all = mergeScalars(gathered.conjuncts, dialect);
  const spelled = mergeValues(gathered.conjuncts, all, dialect);
  const wholeTypes = typesInValues(spelled);
  const values = wholeTypes === undefined ? spelled : undefined;
  const types = wholeTypes ?? all.types;
  const conjuncts = gathered.conjuncts.map((conjunct) => withoutIdleKeywords(conjunct, types?.value));
  // What the values had to pass is settled: they say it all.
  const demands = values !== undefined && onlyScalars(values.value) ? [] : conjuncts;
  const scalars: ScalarDemands = { ...mergeScalars(demands, dialect), types };
  const isEvaluatedHere = gathered.groups.length === 0 && conjuncts.every(({ schema }) => !decidesLater(schema));
  return {
    dialect,
    pointers: gathered.conjuncts.map(({ pointer }) => pointer),
    gathered,
    never: gathered.never ?? evidentlyNever(scalars, values),
    ...scalars,
    values,
    ...mergeObjects(demands, dialect, isEvaluatedHere),
    ...mergeArrays(demands, dialect, isEvaluatedHere),
    groups: gathered.groups,
    negations: conjuncts.flatMap((place) => placeAt(place, 'not')),
    conditionals: conjuncts.flatMap(conditionalOf),
    openReferences: gathered.openReferences,
    annotations: merged(conjuncts, (keyword) => isTold(keyword)),
    unknown: merged(conjuncts, (keyword) => !isKnown(keyword, dialect)),
    below,
  };
}

/** A minimum says nothing of a text, so it is as good as absent beside `type: string`. */
function withoutIdleKeywords(conjunct: Conjunct, types: Parameters<typeof allowsFamily>[0]): Conjunct {
  const idle = new Set(
    (['object', 'array', 'string', 'number'] as const)
      .filter((family) => !allowsFamily(types, family))
      .flatMap(keywordsOfFamily),
  );
  if (idle.size === 0) return conjunct;
  const schema = Object.fromEntries(Object.entries(conjunct.schema).filter(([keyword]) => !idle.has(keyword)));
  return { ...conjunct, schema };
}

function onlyScalars(values: readonly Located<JsonValue>[]): boolean {
  return values.every(({ value }) => value === null || typeof value !== 'object');
}

function evidentlyNever({ types }: ScalarDemands, values: MergedSchema['values']): string | undefined {
  if (types?.value.length === 0) return types.pointer;
  return values?.value.length === 0 ? values.pointer : undefined;
}

/** Keywords that evaluate properties or items for some values only. */
function decidesLater(schema: Conjunct['schema']): boolean {
  return ['if', 'dependentSchemas', 'contains'].some((keyword) => ownValue(schema, keyword) !== undefined);
}

function conditionalOf(place: Conjunct): readonly Conditional[] {
  const [condition] = placeAt(place, 'if');
  const [consequence, alternative] = [placeAt(place, 'then'), placeAt(place, 'else')];
  if (condition === undefined || (consequence.length === 0 && alternative.length === 0)) return [];
  return [{ pointer: appendPointer(place.pointer, 'if'), condition, consequence, alternative }];
}

function merged(
  conjuncts: readonly Conjunct[],
  isWanted: (keyword: string) => boolean,
): ReadonlyMap<string, Located<JsonValue>> {
  const found = new Map<string, Located<JsonValue>>();
  for (const { pointer, schema } of conjuncts) {
    for (const [keyword, value] of Object.entries(schema)) {
      if (isWanted(keyword) && !found.has(keyword)) {
        found.set(keyword, { value, pointer: appendPointer(pointer, keyword) });
      }
    }
  }
  return found;
}

const structural = new Set(
  '$schema $vocabulary $id id $anchor $dynamicAnchor $recursiveAnchor $defs definitions'.split(' '),
);
const contents = new Set('contentMediaType contentEncoding contentSchema'.split(' '));

/** Annotations that a reader sees, as against names and addresses of schemas. */
function isTold(keyword: string): boolean {
  return contents.has(keyword) || (isAnnotation(keyword) && !structural.has(keyword));
}

function isKnown(keyword: string, dialect: MergedSchema['dialect']): boolean {
  return (
    isAnnotation(keyword) ||
    structural.has(keyword) ||
    contents.has(keyword) ||
    !appliesSchemas(keyword) ||
    demandKeywords[dialect].has(keyword) ||
    Object.hasOwn(schemaKeywords[dialect], keyword) ||
    [...referenceKeywords[dialect], ...anchorKeywords[dialect]].includes(keyword)
  );
}

/** Whether two places say the same in the same words. */
export function sameText(left: Places, right: Places): boolean {
  return textOf(left) === textOf(right);
}

function textOf(places: Places): string {
  return places.map(({ schema }) => (isJsonObject(schema) ? canonicalText(schema) : String(schema))).join('&');
}
