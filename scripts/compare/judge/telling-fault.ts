import { pointerSegments } from '../../model/pointer.ts';
import type { ValidationFault } from '../../schema/validate.ts';

/** Keywords whose refusal only repeats that something below them refuses. */
const wrappers: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if', 'propertyNames']);

/**
 * The fault that tells most: deepest in the value, then no wrapper of others, then deepest in the schema. What an item
 * lacks to be what `contains` looks for is left out: the array is at fault, and no item is.
 */
export function tellingFault(faults: readonly ValidationFault[]): ValidationFault | undefined {
  const searches = faults.filter(({ keyword }) => keyword === 'contains');
  const rest = faults.filter((fault) => !searches.some((search) => isBelow(fault, search)));
  return rest.toSorted(byTelling)[0];
}

function byTelling(left: ValidationFault, right: ValidationFault): number {
  return (
    depth(right.instancePointer) - depth(left.instancePointer) ||
    Number(wrappers.has(left.keyword)) - Number(wrappers.has(right.keyword)) ||
    depth(right.schemaPointer) - depth(left.schemaPointer)
  );
}

function depth(pointer: string): number {
  return pointerSegments(pointer).length;
}

function isBelow(fault: ValidationFault, search: ValidationFault): boolean {
  return fault !== search && fault.instancePointer.startsWith(`${search.instancePointer}/`);
}
