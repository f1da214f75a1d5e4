import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { JsonSchema } from '../model/json.ts';
import { messageKey } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import type { ContractedMessage } from './render-contract.ts';
import { declaresProperties, itemSchemas, partsOf, propertySchemas } from './applicable-schemas.ts';

/** A consumer that says it reads a field which the schema does not have is wrong about one of the two. */
export function fieldPathFaults(message: ContractedMessage): readonly Diagnostic[] {
  const source = { schema: message.schema.bundled, dialect: message.schema.dialect };
  return message.consumers.flatMap(({ file, pointer, fields }) =>
    fields.flatMap((path, index) =>
      isThere(path.split('.'), [source.schema], source)
        ? []
        : [
            diagnose(
              'field-path-unknown',
              { path, message: messageKey(message) },
              { file, pointer: appendPointer(pointer, 'fields', index) },
            ),
          ],
    ),
  );
}

/** True also where the schema leaves it open: a map has any name, and an object that declares nothing may have it. */
function isThere(names: readonly string[], schemas: readonly JsonSchema[], source: SchemaSource): boolean {
  if (names.length === 0 || schemas.length === 0) return names.length === 0;
  const parts = partsOf(schemas, source);
  if (!declaresProperties(parts)) return true;
  // A property's own name may have dots, so each way to read them is tried.
  return names.some((_name, index) => {
    const name = names.slice(0, index + 1).join('.');
    const property = name.replace(/(?:\[\])+$/, '');
    const depth = (name.length - property.length) / 2;
    const found = [...propertySchemas(parts, property), ...propertySchemas(parts, name)];
    const items = Array.from({ length: depth }).reduce<readonly JsonSchema[]>(
      (list) => itemSchemas(partsOf(list, source), 0),
      found,
    );
    return items.length > 0 && isThere(names.slice(index + 1), items, source);
  });
}
