import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import type { Follow } from '../normalise/reading.ts';

/**
 * The schemas themselves, and those that allOf, anyOf, oneOf, references, conditions and dependencies add at the same place,
 * each with the keywords that its draft knows.
 */
export function appliedHere(schemas: readonly JsonObject[], dialect: Dialect, follow: Follow): readonly JsonObject[] {
  const seen = new Set<JsonObject>();
  const found: JsonObject[] = [];
  const open: JsonValue[] = schemas.toReversed();
  for (let written = open.pop(); written !== undefined; written = open.pop()) {
    if (!isJsonObject(written) || seen.has(written)) continue;
    seen.add(written);
    const schema = keywordsOf(written, dialect);
    found.push(schema);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const list = ownValue(schema, keyword);
      if (Array.isArray(list)) open.push(...list.toReversed());
    }
    for (const keyword of ['if', 'then', 'else']) open.push(ownValue(schema, keyword) ?? true);
    for (const keyword of ['dependencies', 'dependentSchemas']) {
      const map = ownValue(schema, keyword);
      if (isJsonObject(map)) open.push(...Object.values(map).filter(isJsonObject));
    }
    for (const keyword of referenceKeywords[dialect]) {
      const ref = ownValue(schema, keyword);
      const target = typeof ref === 'string' ? follow(ref, written) : undefined;
      if (target !== undefined) open.push(target);
    }
  }
  return found;
}
