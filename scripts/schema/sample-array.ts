import { ownValue, type JsonValue } from '../model/json.ts';
import { canonicalText } from './canonical-text.ts';
import { describesItems, itemPlaces, tupleLength } from './child-places.ts';
import { placeAt } from './places-below.ts';
import { below, type Position, type Sampling, type Variant } from './sampling.ts';
import { numbersOf } from './schema-facts.ts';
import type { SchemaPlace } from './walk.ts';

/** More items than this are not written out. */
const mostItems = 2_000;
/** How many different values are tried at each item. */
const turns = 8;

interface ListPlan {
  readonly variant: Variant;
  readonly position: Position;
  readonly isUnique: boolean;
  readonly tuple: number;
  /** What some items have to match: one entry for each such item. */
  readonly contained: readonly (readonly SchemaPlace[])[];
}

/** Lists for one variant: with an item where items are described, then as short as may be, then longer. Finite. */
export function* listsFor(sampling: Sampling, variant: Variant, position: Position): Generator<JsonValue> {
  const schemas = variant.places.map(({ schema }) => schema);
  const least = Math.max(0, ...numbersOf(schemas, 'minItems'));
  const most = Math.min(mostItems, ...numbersOf(schemas, 'maxItems'));
  if (least > most) return;
  const plan: ListPlan = {
    variant,
    position,
    isUnique: schemas.some((schema) => ownValue(schema, 'uniqueItems') === true),
    tuple: tupleLength(variant.places, sampling.dialect),
    contained: containedPlaces(sampling, variant)
      .flat()
      .map((place) => [place]),
  };
  const described = describesItems(variant.places, sampling.dialect) ? Math.max(1, plan.tuple) : 0;
  const needed = plan.contained.length;
  const wanted = Math.max(least, described, needed === 0 ? 0 : plan.tuple + needed);
  const counts = [wanted, Math.max(least, needed), least, wanted + 1, 0];
  const shared = { ...plan, contained: transpose(containedPlaces(sampling, variant)) };
  for (let turn = 0; turn < turns; turn++) {
    for (const count of new Set(counts.map((count) => Math.min(Math.max(count, least), most)))) {
      const items = itemsFor(sampling, plan, count, turn);
      if (items.length >= least) yield items;
    }
    if (turn === 0)
      yield* [shared.contained.length, least]
        .map((count) => itemsFor(sampling, shared, count, 0))
        .filter((items) => items.length >= least && items.length <= most);
  }
}

/** Items up to the first position for which there is no value; a later turn takes other values. */
function itemsFor(sampling: Sampling, plan: ListPlan, count: number, turn: number): readonly JsonValue[] {
  const items: JsonValue[] = [];
  const seen = new Set<string>();
  const firstContained = Math.max(0, Math.min(plan.tuple, count - plan.contained.length));
  for (let index = 0; index < count; index++) {
    const contained = plan.contained[index - firstContained];
    const previous = items.at(-1);
    const isRepeated = index > Math.max(plan.tuple, firstContained + plan.contained.length) && previous !== undefined;
    const item = isRepeated && !plan.isUnique ? previous : itemAt(sampling, plan, index, contained, seen, turn);
    if (item === undefined) break;
    if (plan.isUnique) seen.add(canonicalText(item));
    items.push(item);
  }
  return items;
}

function itemAt(
  sampling: Sampling,
  plan: ListPlan,
  index: number,
  contained: readonly SchemaPlace[] | undefined,
  seen: ReadonlySet<string>,
  turn: number,
): JsonValue | undefined {
  const own = itemPlaces(plan.variant.places, index, sampling.dialect);
  const isEvaluated = contained !== undefined && sampling.dialect === '2020-12';
  const kept = isEvaluated ? own.filter(({ pointer }) => !pointer.endsWith('/unevaluatedItems')) : own;
  const places = contained === undefined ? own : [...contained, ...kept];
  const position = below(plan.position, plan.variant, '');
  if (turn === 0 && !plan.isUnique) return sampling.pick(places, position);
  let passed = 0;
  for (const item of sampling.candidates(places, position)) {
    if (!sampling.spend()) return undefined;
    if ((!plan.isUnique || !seen.has(canonicalText(item))) && passed++ >= turn) return item;
  }
  return undefined;
}

/** For each `contains`, what it asks for, once for each item that it needs. */
function containedPlaces({ dialect }: Sampling, { places }: Variant): readonly (readonly SchemaPlace[])[] {
  if (dialect === 'draft-04') return [];
  return places.map((place) => {
    const named = dialect === '2019-09' || dialect === '2020-12' ? ownValue(place.schema, 'minContains') : undefined;
    const count = typeof named === 'number' ? Math.min(named, mostItems) : 1;
    return placeAt(place, 'contains').flatMap((contained) =>
      Array.from({ length: Math.max(0, Math.floor(count)) }, () => contained),
    );
  });
}

/** One item may do for several `contains` at once. */
function transpose<Value>(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const length = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length }, (_, index) => rows.flatMap((row) => row.slice(index, index + 1)));
}
