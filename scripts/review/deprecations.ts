import type { Finding } from '../compare/explain-changes.ts';
import { isJsonArray, isJsonObject, ownValue, type JsonSchema, type JsonValue } from '../model/json.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';

/** `x-deprecated` of a field: since which version, the day after which it may go, and what to read instead. */
export interface Deprecation {
  readonly since?: string;
  /** `2026-12-31` */
  readonly removeAfter?: string;
  readonly replacedBy?: string;
}

/** The fields that a change removes, each with what the older schema promised of it. */
export function removedDeprecated(
  findings: readonly Finding[],
  before: JsonSchema,
): readonly { readonly finding: Finding; readonly deprecation: Deprecation }[] {
  return findings.flatMap((finding) => {
    if (finding.rule !== 'property-removed' || finding.beforePointer === undefined) return [];
    const deprecation = deprecationAt(before, finding.beforePointer);
    return deprecation === undefined ? [] : [{ finding, deprecation }];
  });
}

function deprecationAt(schema: JsonSchema, pointer: JsonPointer): Deprecation | undefined {
  const found = pointerSegments(pointer).reduce<JsonValue | undefined>((value, segment) => {
    if (isJsonArray(value)) return value[Number(segment)];
    return isJsonObject(value) ? ownValue(value, segment) : undefined;
  }, schema);
  const written = isJsonObject(found) ? ownValue(found, 'x-deprecated') : undefined;
  if (!isJsonObject(written)) return undefined;
  const text = (key: string): string | undefined => {
    const value = ownValue(written, key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [since, removeAfter, replacedBy] = [text('since'), text('removeAfter'), text('replacedBy')];
  return {
    ...(since === undefined ? {} : { since }),
    ...(removeAfter === undefined ? {} : { removeAfter }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}
