import { isJsonObject, ownValue, type JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { refHidesSiblings, schemaKeywords } from './keywords.ts';
import { resolveLocalRef } from './resolve-local-ref.ts';
import { schemasBelow, walkSchema, type SchemaPlace } from './walk.ts';

/** A circle of references that never reaches a property or an item. */
export interface RefCycle {
  /** The places on the circle, the first one again at the end: `#/$defs/a`, `#/$defs/b`, `#/$defs/a`. */
  readonly steps: readonly string[];
  /** The `$ref` that closes it. */
  readonly pointer: JsonPointer;
}

/** The keywords whose schemas judge the very value that the schema around them judges. */
const inPlaceKeywords = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'];

/** The first circle in a schema, if any: a value could never be judged, since judging it would never end. */
export function findRefCycle(schema: JsonSchema, dialect: Dialect): RefCycle | undefined {
  const settled = new Set<JsonPointer>();
  for (const place of walkSchema(schema, dialect)) {
    const cycle = cycleFrom(place, schema, dialect, settled);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

interface Step {
  readonly place: SchemaPlace;
  readonly via: JsonPointer;
  readonly next: SchemaStep[];
}

interface SchemaStep {
  readonly place: SchemaPlace;
  /** The `$ref` or keyword that leads to the place. */
  readonly via: JsonPointer;
}

/** Depth first with a stack of its own, since a schema may be nested deeper than the machine's. */
function cycleFrom(
  start: SchemaPlace,
  root: JsonSchema,
  dialect: Dialect,
  settled: Set<JsonPointer>,
): RefCycle | undefined {
  if (settled.has(start.pointer)) return undefined;
  const path: Step[] = [{ place: start, via: start.pointer, next: stepsFrom(start, root, dialect) }];
  const onPath = new Map([[start.pointer, 0]]);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const next = step.next.pop();
    if (next === undefined) {
      path.pop();
      onPath.delete(step.place.pointer);
      settled.add(step.place.pointer);
      continue;
    }
    const earlier = onPath.get(next.place.pointer);
    if (earlier !== undefined) {
      const steps = [...path.slice(earlier).map(({ place }) => place.pointer), next.place.pointer];
      return { steps: steps.map((pointer) => `#${pointer}`), pointer: next.via };
    }
    if (settled.has(next.place.pointer)) continue;
    onPath.set(next.place.pointer, path.length);
    path.push({ ...next, next: stepsFrom(next.place, root, dialect) });
  }
  return undefined;
}

function stepsFrom({ pointer, schema }: SchemaPlace, root: JsonSchema, dialect: Dialect): SchemaStep[] {
  if (!isJsonObject(schema)) return [];
  const ref = ownValue(schema, '$ref');
  const target = typeof ref === 'string' ? resolveLocalRef(root, ref, dialect) : undefined;
  const byRef = target === undefined ? [] : [{ place: target, via: appendPointer(pointer, '$ref') }];
  if (typeof ref === 'string' && refHidesSiblings(dialect)) return byRef;
  const inPlace = inPlaceKeywords.flatMap((keyword) => {
    const shape = ownValue(schemaKeywords[dialect], keyword);
    const below = ownValue(schema, keyword);
    if (shape === undefined || below === undefined) return [];
    return [...schemasBelow(below, shape, appendPointer(pointer, keyword))].map((place) => ({
      place,
      via: place.pointer,
    }));
  });
  return [...inPlace, ...byRef].toReversed();
}
