import { isJsonArray, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordValues } from '../schema-parts.ts';

const typeOrder = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

/** The types that a value can have; one that no keyword states is guessed from the keywords that are there. */
export function statedTypes(parts: readonly JsonObject[]): readonly string[] {
  const stated = keywordValues(parts, 'type').map((type) => (isJsonArray(type) ? type : [type]));
  if (stated.length > 0) {
    const types = typeOrder.filter((type) => stated.every((list) => admits(list, type)));
    return types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  }
  if (keywordValues(parts, 'properties').length > 0) return ['object'];
  if (keywordValues(parts, 'items').length > 0 || keywordValues(parts, 'prefixItems').length > 0) return ['array'];
  return [];
}

function admits(list: readonly JsonValue[], type: string): boolean {
  return list.includes(type) || (type === 'integer' && list.includes('number'));
}
