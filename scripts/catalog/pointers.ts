import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { appendPointer } from '../model/pointer.ts';
import type { FieldMention } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { describeValue } from './describe-value.ts';
import { textAt } from './page.ts';
import type { Page } from './page.ts';

/** A reference in front matter from one page to another: `{ id, version }`. */
export interface ResourcePointer {
  readonly id: string;
  /** As written: exact, a range, or `latest`. */
  readonly version: string;
  readonly pointer: JsonPointer;
  readonly fields: readonly FieldMention[];
  /** Values for the placeholders in a channel's address. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The channels below `to` or `from`. */
  readonly channels: readonly ResourcePointer[];
}

export interface ReadPointers {
  readonly pointers: readonly ResourcePointer[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a list of references such as `sends:`, `receives:` or `channels:`. */
export function readPointers(page: Page, field: string): ReadPointers {
  return readList(page, page.data[field], `/${field}`, field);
}

function readList(page: Page, list: JsonValue | undefined, pointer: JsonPointer, field: string): ReadPointers {
  if (list === undefined || list === null) return { pointers: [], diagnostics: [] };
  if (!isJsonArray(list)) return { pointers: [], diagnostics: [invalid(page, pointer, field, 'a list', list)] };
  const read = list.map((item, index) => readItem(page, item, appendPointer(pointer, index), field));
  return {
    pointers: read.flatMap(({ pointers }) => pointers),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readItem(page: Page, item: JsonValue, pointer: JsonPointer, field: string): ReadPointers {
  const entry = isJsonObject(item) ? item : { id: item };
  const id = textAt(page, appendPointer(pointer, 'id'), entry['id']);
  if (id === undefined)
    return { pointers: [], diagnostics: [invalid(page, pointer, field, 'a list of maps with an `id`', item)] };
  const to = readList(page, entry['to'], appendPointer(pointer, 'to'), 'to');
  const from = readList(page, entry['from'], appendPointer(pointer, 'from'), 'from');
  const version = textAt(page, appendPointer(pointer, 'version'), entry['version']) ?? 'latest';
  return {
    pointers: [
      {
        id,
        version,
        pointer,
        fields: mentions(page.file, entry['fields'], appendPointer(pointer, 'fields')),
        parameters: textMap(entry['parameters']),
        channels: [...to.pointers, ...from.pointers],
      },
    ],
    diagnostics: [...to.diagnostics, ...from.diagnostics],
  };
}

function invalid(page: Page, pointer: JsonPointer, field: string, expected: string, value: JsonValue): Diagnostic {
  const found = isJsonObject(value) ? 'a map without one' : describeValue(value);
  return diagnose('field-invalid', { field, expected, found }, { file: page.file, pointer });
}

function mentions(file: string, value: JsonValue | undefined, pointer: JsonPointer): readonly FieldMention[] {
  if (!isJsonArray(value)) return [];
  return value.flatMap((path, index) =>
    typeof path === 'string' ? [{ path, file, pointer: appendPointer(pointer, index) }] : [],
  );
}

/** The texts of a list; what is no text is left out. */
export function texts(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A map of texts; numbers and booleans are written out. */
export function textMap(value: JsonValue | undefined): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (typeof item === 'object' ? [] : [[key, String(item)]])),
  );
}
