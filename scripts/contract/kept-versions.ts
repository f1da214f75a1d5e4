import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { messageKey } from '../model/message.ts';

/** A message version whose source has a fault now, as an earlier run listed it: its files are still there. */
export interface KeptVersion {
  readonly id: string;
  readonly version: string;
  readonly isLatest: boolean;
  readonly hasTypes: boolean;
  /** Its entry in the index. */
  readonly entry: JsonObject;
}

/** The versions of an index that are to be kept. An index that somebody broke has none. */
export function keptVersions(
  index: string | undefined,
  isKept: (key: string, source: JsonValue | undefined) => boolean,
): readonly KeptVersion[] {
  return listOf(parse(index)?.['messages']).flatMap(({ id, latest, versions }) =>
    listOf(versions).flatMap((entry) => {
      const { version, source, files } = entry;
      if (typeof id !== 'string' || typeof version !== 'string' || !isKept(messageKey({ id, version }), source))
        return [];
      const hasTypes = listOf(files).some(({ role }) => role === 'types');
      return [{ id, version, isLatest: version === latest, hasTypes, entry }];
    }),
  );
}

function parse(text: string | undefined): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text ?? 'null');
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter((item) => isJsonObject(item)) : [];
}
