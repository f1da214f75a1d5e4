import { isJsonObject, ownValue } from '../model/json.ts';
import type { MessageSchema } from '../model/message.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { walkSchema } from '../schema/walk.ts';

/** A field that is on its way out: `x-deprecated`, or JSON Schema's own `deprecated`. */
export interface DeprecatedField {
  /** `lines[].sku`; a shared definition's name comes first. */
  readonly path: string;
  readonly since?: string;
  /** The last day on which it is there: `2026-12-31`. */
  readonly removeAfter?: string;
  readonly replacedBy?: string;
}

/** The fields of a schema that its own authors call deprecated, in its order. */
export function deprecatedFields({ bundled, dialect }: MessageSchema): readonly DeprecatedField[] {
  const found = new Map<string, DeprecatedField>();
  for (const { pointer, schema } of walkSchema(bundled, dialect)) {
    if (typeof schema === 'boolean' || !/\/properties\/[^/]*$/.test(pointer)) continue;
    const details = ownValue(schema, 'x-deprecated');
    if (ownValue(schema, 'deprecated') !== true && !isJsonObject(details)) continue;
    const path = pathOf(pointer);
    if (!found.has(path)) found.set(path, { path, ...(isJsonObject(details) ? textsOf(details) : {}) });
  }
  return [...found.values()];
}

function textsOf(details: Parameters<typeof ownValue>[0]): Omit<DeprecatedField, 'path'> {
  const text = (key: 'since' | 'removeAfter' | 'replacedBy') => {
    const value = ownValue(details, key);
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
  };
  return { ...text('since'), ...text('removeAfter'), ...text('replacedBy') };
}

const WITH_NAMES = new Set(['properties', '$defs', 'definitions']);
const LISTS = new Set(['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains']);

/** The names of fields on the way to a place, and `[]` for each list. */
function pathOf(pointer: JsonPointer): string {
  let path = '';
  let isName = false;
  for (const segment of pointerSegments(pointer)) {
    if (isName) path += path === '' ? segment : `.${segment}`;
    else if (LISTS.has(segment)) path += '[]';
    isName = !isName && WITH_NAMES.has(segment);
  }
  return path;
}
