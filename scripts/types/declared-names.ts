import { isJsonObject, type JsonSchema } from '../model/json.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { placesOf } from '../schema/places-below.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import { definitionNameOf, uniqueName } from './type-name.ts';

/**
 * A name for every place that a `$ref` names. All definitions take part, used or not, so that a first use of one does
 * not rename another. `root` are the places that stand for the whole document.
 */
export function nameTargets(
  document: JsonSchema,
  root: readonly SchemaPlace[],
  targets: readonly SchemaPlace[],
  typeName: string,
): ReadonlyMap<JsonPointer, string> {
  const used = new Set(targets.map(({ pointer }) => pointer));
  const pointers = [...definitionPointers(document), ...used];
  const names = new Map<JsonPointer, string>(root.map(({ pointer }) => [pointer, typeName]));
  const taken = new Set([typeName]);
  for (const pointer of pointers) {
    if (names.has(pointer)) continue;
    const name = uniqueName(nameFrom(pointer), taken);
    taken.add(name);
    names.set(pointer, name);
  }
  return new Map([...names].filter(([pointer, name]) => used.has(pointer) || name === typeName));
}

/** Under either name, whatever the draft. */
function definitionPointers(schema: JsonSchema): readonly JsonPointer[] {
  if (!isJsonObject(schema)) return [];
  return ['$defs', 'definitions'].flatMap((keyword) =>
    placesOf({ schema, pointer: '' }, keyword).map(({ pointer }) => pointer),
  );
}

/** `/$defs/sku` gives `Sku`, `/properties/lines/items` gives `LinesItems`. */
function nameFrom(pointer: JsonPointer): string {
  const segments = pointerSegments(pointer);
  const [key = '', above = ''] = segments.toReversed();
  if (['$defs', 'definitions', 'properties'].includes(above)) return definitionNameOf(key);
  const words = segments.filter((segment, index) => index === segments.length - 1 || !STRUCTURE.has(segment));
  return definitionNameOf(words.slice(-3).join(' '));
}

const STRUCTURE = new Set(['$defs', 'definitions', 'properties', 'patternProperties', 'allOf', 'anyOf', 'oneOf']);
