import { isJsonObject, ownValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer } from '../../model/pointer.ts';
import { itemPlacesOf, placeAt, type ItemPlaces } from '../../schema/places-below.ts';
import type { SchemaPlace } from '../../schema/walk.ts';
import type { ArrayDemands, Conjunct, Contains, Places } from './merged-schema.ts';
import { valuesAt } from './merge-scalars.ts';

/** What the schemas of one place demand together of lists. */
export function mergeArrays(conjuncts: readonly Conjunct[], dialect: Dialect, isEvaluatedHere: boolean): ArrayDemands {
  const layers = conjuncts.map((conjunct) => itemPlacesOf(conjunct, dialect));
  const unevaluated = conjuncts.flatMap((place) => placeAt(place, 'unevaluatedItems')).filter(isDemand);
  const rest = layers.flatMap((layer) => layer.rest).filter(isDemand);
  const isRest = isEvaluatedHere && unevaluated.length > 0;
  const isIdle = isRest && layers.some((layer) => layer.rest.length > 0);
  const restItems = isRest && !isIdle ? unevaluated : rest;
  return {
    firstItems: mergeFirst(layers, restItems),
    restItems,
    unevaluatedItems: isRest ? [] : unevaluated,
    contains: conjuncts.flatMap((conjunct) => containsOf(conjunct, dialect)).filter(isDemanding),
    uniqueItems: valuesAt(conjuncts, 'uniqueItems').find(({ value }) => value === true)?.pointer,
  };
}

/** Positions at the end that accept what the rest accepts say nothing. */
function mergeFirst(layers: readonly ItemPlaces[], restItems: Places): readonly Places[] {
  const length = Math.max(0, ...layers.map(({ first }) => first.length));
  const merged = Array.from({ length }, (_none, index) =>
    layers.flatMap(({ first, rest }) => {
      const own = first[index];
      return own === undefined ? rest : [own];
    }),
  );
  const last = merged.findLastIndex((places) => restItems.length > 0 || places.some(isDemand));
  return merged.slice(0, last + 1);
}

function isDemand({ schema }: SchemaPlace): boolean {
  return schema !== true && !(isJsonObject(schema) && Object.keys(schema).length === 0);
}

function containsOf(conjunct: Conjunct, dialect: Dialect): readonly Contains[] {
  const places = placeAt(conjunct, 'contains');
  if (places.length === 0) return [];
  const countAt = (keyword: string): number | undefined => {
    const value = dialect === '2019-09' || dialect === '2020-12' ? ownValue(conjunct.schema, keyword) : undefined;
    return typeof value === 'number' ? value : undefined;
  };
  const [least, most] = [countAt('minContains'), countAt('maxContains')];
  const at = (keyword: string): string => appendPointer(conjunct.pointer, keyword);
  return [
    {
      pointer: at('contains'),
      places,
      least: { value: least ?? 1, pointer: at(least === undefined ? 'contains' : 'minContains') },
      most: most === undefined ? undefined : { value: most, pointer: at('maxContains') },
    },
  ];
}

function isDemanding({ least, most }: Contains): boolean {
  return least.value > 0 || most !== undefined;
}
