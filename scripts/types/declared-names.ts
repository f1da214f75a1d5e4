import type { JsonSchema } from '../model/json.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import type { Place } from './place.ts';
import { definitionsIn } from './references.ts';
import { definitionNameOf, uniqueName } from './type-name.ts';

/**
 * A name for every place that a `$ref` names. All definitions take part, used or not, so that a first use of one does
 * not rename another. `root` are the places that stand for the whole document.
 */
export function nameTargets(
  document: JsonSchema,
  root: readonly Place[],
  targets: readonly Place[],
  typeName: string,
): ReadonlyMap<JsonPointer, string> {
  const used = new Set(targets.map(({ pointer }) => pointer));
  const pointers = [...definitionsIn(document, '').map(({ pointer }) => pointer), ...used];
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

/** `/$defs/sku` gives `Sku`, `/properties/lines/items` gives `LinesItems`. */
function nameFrom(pointer: JsonPointer): string {
  const segments = pointerSegments(pointer);
  const [key = '', above = ''] = segments.toReversed();
  if (['$defs', 'definitions', 'properties'].includes(above)) return definitionNameOf(key);
  const words = segments.filter((segment, index) => index === segments.length - 1 || !STRUCTURE.has(segment));
  return definitionNameOf(words.slice(-3).join(' '));
}

const STRUCTURE = new Set(['$defs', 'definitions', 'properties', 'patternProperties', 'allOf', 'anyOf', 'oneOf']);
