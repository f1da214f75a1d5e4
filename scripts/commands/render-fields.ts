import type { ContractedMessage, RenderedContract } from '../contract/render-contract.ts';
import { contractFolder } from '../contract/contract-folder.ts';
import type { Field } from '../fields/field.ts';
import { firstVersions } from '../fields/first-versions.ts';
import { listFields } from '../fields/list-fields.ts';
import { aroundType, readerConsumers, readerType } from '../fields/reader-type.ts';
import { renderFieldsFiles } from '../fields/render-fields-files.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { JsonValue } from '../model/json.ts';
import { messageKey } from '../model/message.ts';
import { clients } from '../snippets/clients/index.ts';
import { typeNameOf } from '../types/type-name.ts';
import { hasFault } from './has-fault.ts';

export interface RenderedFields {
  readonly files: readonly GeneratedFile[];
  /** By `OutOfStock@0.0.4`, of each version with a contract. */
  readonly byKey: ReadonlyMap<string, readonly Field[]>;
}

/**
 * `fields.json` of each version that has a contract. `messages` has every version with a JSON Schema, the oldest of each
 * message first. Where one version of a message has a fault, the others have their fields, but nobody knows since when.
 * `faulty` are the files with an error.
 */
export function renderFields(
  messages: readonly ContractedMessage[],
  contracts: ReadonlyMap<string, RenderedContract>,
  faulty: ReadonlySet<string>,
): RenderedFields {
  const files: GeneratedFile[] = [];
  const byKey = new Map<string, readonly Field[]>();
  for (const [, versions] of Map.groupBy(messages, ({ id }) => id)) {
    const sound = versions.filter((message) => (contracts.get(messageKey(message))?.files ?? []).length > 0);
    const isKnownSince = sound.length === versions.length && !hasFault(versions, faulty);
    const listed = sound.map((message) => {
      const source = { schema: message.schema.bundled, dialect: message.schema.dialect };
      return { message, source, version: message.version, fields: listFields(source) };
    });
    const paths = listed.map(({ version, fields }) => ({ version, paths: new Set(fields.map(({ path }) => path)) }));
    for (const [index, { message, source, fields }] of listed.entries()) {
      const contentOf = contentsOf(message, contracts);
      const [schema, example] = [contentOf('schema.json'), contentOf('example.json')];
      if (schema === undefined || example === undefined) continue;
      const value: JsonValue = JSON.parse(example);
      const consumers = readerConsumers(clients, contentOf);
      const programs = consumers.map((consumer) => aroundType(contentOf(consumer.file) ?? '', consumer));
      const reader = { ...readerType(source, value, typeNameOf(message.id), programs), consumers };
      const since = firstVersions(isKnownSince ? paths.slice(0, index + 1) : []);
      byKey.set(messageKey(message), fields);
      files.push(...renderFieldsFiles({ message, fields, since, reader, schema }));
    }
  }
  return { files, byKey };
}

function contentsOf(
  message: ContractedMessage,
  contracts: ReadonlyMap<string, RenderedContract>,
): (name: string) => string | undefined {
  const files = contracts.get(messageKey(message))?.files ?? [];
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  return (name) => byPath.get(`${contractFolder(message)}/${name}`);
}
