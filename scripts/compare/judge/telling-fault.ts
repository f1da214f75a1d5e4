import type { ValidationFault } from '../../schema/validate.ts';

/** Keywords whose refusal only repeats that something below them refuses. */
const wrappers: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if', 'propertyNames']);

/** Faults of these say that a value was meant for another branch. */
const telling: ReadonlySet<string> = new Set(['const', 'enum', 'type']);

/** With more faults than this, branches are not weighed against each other. */
const MOST_WEIGHED = 500;

/**
 * The fault that tells most: of a union those of the branch that the value comes nearest to; then the deepest in the value,
 * no wrapper of others, the deepest in the schema. What an item lacks to be what `contains` looks for is left out: the array
 * is at fault, and no item is.
 */
export function tellingFault(faults: readonly ValidationFault[]): ValidationFault | undefined {
  const searches = faults.filter(({ keyword }) => keyword === 'contains');
  const rest = faults.filter((fault) => !searches.some((search) => isBelow(fault, search)));
  const weighed = rest.length > MOST_WEIGHED ? rest : withoutFarBranches(rest);
  const [first, ...others] = weighed;
  if (first === undefined) return undefined;
  return others.reduce((best, fault) => (tellsMore(fault, best) ? fault : best), first);
}

function withoutFarBranches(faults: readonly ValidationFault[]): readonly ValidationFault[] {
  const unions = faults
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .toSorted((left, right) => depth(left.schemaPointer) - depth(right.schemaPointer));
  return unions.reduce<readonly ValidationFault[]>((left, { schemaPointer, instancePointer }) => {
    const branches = Map.groupBy(left, (fault) => branchOf(fault, schemaPointer));
    const weights = [...branches].flatMap(([branch, found]) =>
      branch === undefined ? [] : [{ branch, weight: weightOf(found, instancePointer) }],
    );
    const nearest = weights.toSorted((one, other) => one.weight - other.weight)[0]?.branch;
    return left.filter((fault) => {
      const branch = branchOf(fault, schemaPointer);
      return branch === undefined || branch === nearest;
    });
  }, faults);
}

/** The index of the branch of a union that a fault is in. */
function branchOf(fault: ValidationFault, union: string): string | undefined {
  if (!fault.schemaPointer.startsWith(`${union}/`)) return undefined;
  return fault.schemaPointer.slice(union.length + 1).split('/')[0];
}

/** A value of another type than a branch has is further away than one with another constant in it. */
function weightOf(faults: readonly ValidationFault[], union: string): number {
  return faults.reduce((sum, { keyword, instancePointer }) => {
    if (!telling.has(keyword)) return sum + 1;
    return sum + (instancePointer === union ? 100 : 10);
  }, 0);
}

function tellsMore(left: ValidationFault, right: ValidationFault): boolean {
  const order =
    depth(left.instancePointer) - depth(right.instancePointer) ||
    Number(wrappers.has(right.keyword)) - Number(wrappers.has(left.keyword)) ||
    depth(left.schemaPointer) - depth(right.schemaPointer);
  return order > 0;
}

function depth(pointer: string): number {
  let count = 0;
  for (const character of pointer) if (character === '/') count += 1;
  return count;
}

function isBelow(fault: ValidationFault, search: ValidationFault): boolean {
  return fault !== search && fault.instancePointer.startsWith(`${search.instancePointer}/`);
}
