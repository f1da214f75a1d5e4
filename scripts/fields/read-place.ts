import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonSchema } from '../model/json.ts';
import { refHidesSiblings } from '../schema/keywords.ts';
import { isSchema } from '../schema/walk.ts';
import { referenced, type SchemaSource } from '../snippets/schema-parts.ts';

/** All that is said of the value at one place. */
export interface Reading {
  /** What always holds: the schemas, what their `$ref` leads to, the members of `allOf`, and the one kind that is not null. */
  readonly parts: readonly JsonObject[];
  /** Of each `oneOf` and `anyOf` the kinds that are left when null is set aside: two at least. */
  readonly choices: readonly (readonly JsonSchema[])[];
  /** What holds under a condition. */
  readonly sometimes: readonly JsonObject[];
  /** Null is one of the kinds. */
  readonly hasNullKind: boolean;
}

export function readPlace(schemas: readonly JsonSchema[], source: SchemaSource): Reading {
  const parts = new Set<JsonObject>();
  const seen = new Set<JsonObject>();
  const choices: (readonly JsonSchema[])[] = [];
  const sometimes: JsonObject[] = [];
  let hasNullKind = false;
  // First what stands here, then what it refers to: a description beside a `$ref` is the nearer one.
  const open: JsonSchema[] = [...schemas];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (!isJsonObject(next) || seen.has(next)) continue;
    seen.add(next);
    const isHidden = Object.hasOwn(next, '$ref') && refHidesSiblings(source.dialect);
    if (!isHidden) parts.add(next);
    const target = referenced(next, source);
    if (target !== undefined) open.push(target);
    if (isHidden) continue;
    open.push(...schemasIn(next, 'allOf'));
    sometimes.push(...conditional(next));
    for (const keyword of ['oneOf', 'anyOf']) {
      const kinds = schemasIn(next, keyword).filter((kind) => kind !== false);
      const others = kinds.filter((kind) => !isNull(kind));
      if (others.length < kinds.length) hasNullKind = true;
      const [only] = others;
      if (others.length === 1 && only !== undefined) open.push(only);
      else if (others.length > 1) choices.push(others);
    }
  }
  return { parts: [...parts], choices, sometimes, hasNullKind };
}

function isNull(schema: JsonSchema): boolean {
  if (!isJsonObject(schema)) return false;
  return ownValue(schema, 'type') === 'null' || ownValue(schema, 'const') === null;
}

function schemasIn(schema: JsonObject, keyword: string): readonly JsonSchema[] {
  const list = ownValue(schema, keyword);
  return isJsonArray(list) ? list.filter(isSchema) : [];
}

function conditional(schema: JsonObject): readonly JsonObject[] {
  const whole = ['then', 'else'].map((keyword) => ownValue(schema, keyword));
  const named = ['dependentSchemas', 'dependencies'].flatMap((keyword) => {
    const map = ownValue(schema, keyword);
    return isJsonObject(map) ? Object.values(map) : [];
  });
  return [...whole, ...named].filter((value) => isJsonObject(value));
}
