import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonArray, isJsonObject, ownValue } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { keywordValues, schemaParts } from '../snippets/schema-parts.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import type { ContractedMessage } from './render-contract.ts';

const SCALARS = new Set(['string', 'number', 'integer', 'boolean']);

/** A record's key has to be in every payload, and be a value with one obvious text. */
export function keyFault(message: ContractedMessage): readonly Diagnostic[] {
  const path = message.kafka.key;
  if (path === undefined) return [];
  const source = { schema: message.schema.bundled, dialect: message.schema.dialect };
  if (isAlwaysScalar(path.split('.'), [source.schema], source)) return [];
  return [diagnose('kafka-key-missing', { path }, { file: message.file, pointer: '/x-kafka/key' })];
}

/** Of a value that satisfies all the schemas. Where they list alternatives, it has to hold in each of them. */
function isAlwaysScalar(
  names: readonly string[],
  schemas: readonly JsonValue[],
  source: SchemaSource,
  entered: readonly JsonValue[] = [],
): boolean {
  const parts = schemaParts({ allOf: schemas }, source) ?? [];
  if (names.length === 0 ? isScalar(parts) : isInParts(names, parts, source)) return true;
  return keywordValues(parts, 'oneOf')
    .concat(keywordValues(parts, 'anyOf'))
    .filter((branches) => isJsonArray(branches))
    .some(
      (branches) =>
        branches.length > 0 &&
        !entered.includes(branches) &&
        branches.every((branch) => isAlwaysScalar(names, [...schemas, branch], source, [...entered, branches])),
    );
}

/** Tries each way to read the dots: `order.id` may be one name. */
function isInParts(names: readonly string[], parts: readonly JsonObject[], source: SchemaSource): boolean {
  return names.some((_name, index) => {
    const name = names.slice(0, index + 1).join('.');
    const isRequired = keywordValues(parts, 'required').some(
      (required) => isJsonArray(required) && required.includes(name),
    );
    const properties = keywordValues(parts, 'properties').flatMap((declared) =>
      isJsonObject(declared) ? (ownValue(declared, name) ?? []) : [],
    );
    return isRequired && properties.length > 0 && isAlwaysScalar(names.slice(index + 1), properties, source);
  });
}

function isScalar(parts: readonly JsonObject[]): boolean {
  return parts.some((part) => {
    const types = isJsonArray(part['type']) ? part['type'] : [part['type']];
    const values = isJsonArray(part['enum']) ? part['enum'] : Object.hasOwn(part, 'const') ? [part['const']] : [];
    if (values.length > 0) return values.every((value) => value !== null && typeof value !== 'object');
    return types.every((type) => typeof type === 'string' && SCALARS.has(type));
  });
}
