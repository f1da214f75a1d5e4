import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { keywordsOf } from '../schema/keywords.ts';
import { placesIn, placesOf } from '../schema/places-below.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import { jsonTypeOf, typeNamesOf, valuesOf } from './normalise-scalar.ts';
import type { NormaliseContext } from './normalise-context.ts';

/** What tells a value of one branch from a value of another. */
interface BranchFacts {
  /** The JSON types that the branch can have; undefined for any. */
  readonly types: ReadonlySet<string> | undefined;
  /** The values that it can have, and under the name of a required property the values of that; undefined for any. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

type Surroundings = Pick<NormaliseContext, 'dialect' | 'resolve'>;

/** How far a branch is looked into through `$ref` and `allOf`, and how many branches are compared. */
const DEEPEST = 5;
const MOST_BRANCHES = 200;

/** The name under which the values of the branch itself stand: no property can have it, since those get a prefix. */
const ITSELF = 'itself';

/** True when no value can be valid under two of the branches, as far as types, constants and enums tell. */
export function areExclusive(branches: readonly SchemaPlace[], surroundings: Surroundings): boolean {
  if (branches.length < 2) return true;
  if (branches.length > MOST_BRANCHES) return false;
  const facts = branches.map((branch) => factsOf(branch, surroundings, DEEPEST));
  return facts.every((left, index) => facts.slice(index + 1).every((right) => areApart(left, right)));
}

function areApart(left: BranchFacts, right: BranchFacts): boolean {
  if (areDisjoint(left.types, right.types)) return true;
  return [...left.values].some(([name, values]) => areDisjoint(values, right.values.get(name)));
}

function areDisjoint(left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): boolean {
  return left !== undefined && right !== undefined && ![...left].some((member) => right.has(member));
}

function factsOf({ schema, pointer }: SchemaPlace, surroundings: Surroundings, depth: number): BranchFacts {
  const values = new Map<string, ReadonlySet<string>>();
  if (!isJsonObject(schema) || depth === 0) return { types: schema === false ? new Set() : undefined, values };
  const keywords = keywordsOf(schema, surroundings.dialect);
  const ref = keywords['$ref'];
  const parts = placesIn({ schema: keywords, pointer }, 'allOf');
  const inner = (typeof ref === 'string' ? [surroundings.resolve(ref), ...parts] : parts).map((part) =>
    factsOf(part, surroundings, depth - 1),
  );
  for (const part of inner) for (const [name, set] of part.values) values.set(name, set);
  const own = valuesOf(keywords);
  if (own !== undefined) values.set(ITSELF, setOf(own));
  for (const [name, set] of requiredValues({ schema, pointer }, surroundings, depth)) values.set(name, set);
  const types = own === undefined ? typeNamesOf(keywords)?.map(jsonType) : own.map(jsonTypeOf);
  return { types: types === undefined ? inner.find((part) => part.types)?.types : new Set(types), values };
}

function requiredValues(
  place: SchemaPlace,
  surroundings: Surroundings,
  depth: number,
): Map<string, ReadonlySet<string>> {
  const values = new Map<string, ReadonlySet<string>>();
  const { schema, pointer } = place;
  if (!isJsonObject(schema)) return values;
  const { required } = schema;
  if (!isJsonArray(required)) return values;
  for (const property of placesOf({ schema, pointer }, 'properties')) {
    if (!required.includes(property.name)) continue;
    const found = factsOf(property, surroundings, depth - 1).values.get(ITSELF);
    if (found !== undefined) values.set(`property ${property.name}`, found);
  }
  return values;
}

function setOf(values: readonly JsonValue[]): ReadonlySet<string> {
  return new Set(values.map(canonicalText));
}

function jsonType(name: string): string {
  return name === 'integer' ? 'number' : name;
}
