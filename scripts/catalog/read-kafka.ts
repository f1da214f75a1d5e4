import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { KafkaBinding } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { describeValue } from './describe-value.ts';
import { textAt } from './page.ts';
import type { Page } from './page.ts';
import { textMap } from './pointers.ts';

export interface ReadKafka {
  readonly binding: KafkaBinding;
  readonly diagnostics: readonly Diagnostic[];
}

const FIELD = 'x-kafka';

/** `x-kafka: { key, headers, group }`, our own extension of the front matter; EventCatalog passes over it. */
export function readKafka(page: Page): ReadKafka {
  const kafka = page.data[FIELD] ?? {};
  if (!isJsonObject(kafka)) {
    const fault = invalid(page, [], 'a map of `key`, `headers` and `group`', kafka);
    return { binding: { key: undefined, headers: {}, group: undefined }, diagnostics: [fault] };
  }
  const { key, group } = kafka;
  const headers = kafka['headers'] ?? {};
  const textFaults = Object.entries({ key, group })
    .filter(([, value]) => (value ?? '') !== '' && typeof value !== 'string' && typeof value !== 'number')
    .map(([name, value]) => invalid(page, [name], 'a text', value));
  return {
    binding: {
      key: textAt(page, `/${FIELD}/key`, key),
      headers: textMap(headers),
      group: textAt(page, `/${FIELD}/group`, group),
    },
    diagnostics: [...textFaults, ...headerFaults(page, headers)],
  };
}

function headerFaults(page: Page, headers: JsonValue): readonly Diagnostic[] {
  if (!isJsonObject(headers)) return [invalid(page, ['headers'], 'a map of names and texts', headers)];
  return Object.entries(headers)
    .filter(([, value]) => typeof value === 'object')
    .map(([name, value]) => invalid(page, ['headers', name], 'a text', value));
}

function invalid(page: Page, path: readonly string[], expected: string, value: JsonValue | undefined): Diagnostic {
  return diagnose(
    'field-invalid',
    { field: [FIELD, ...path].join('.'), expected, found: describeValue(value) },
    { file: page.file, pointer: appendPointer('', FIELD, ...path) },
  );
}
