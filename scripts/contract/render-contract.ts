import type { Diagnostic, DiagnosticPlace } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { JsonValue } from '../model/json.ts';
import type { MessageSchema, MessageVersion } from '../model/message.ts';
import { renderProvenance } from '../model/provenance.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { sampleValue } from '../schema/sample.ts';
import { compileValidator } from '../schema/validate.ts';
import { clients } from '../snippets/clients/index.ts';
import { programOf, type Program } from '../snippets/program.ts';
import { renderSnippets, type RefusedClient } from '../snippets/render-snippets.ts';
import { uncarriable } from '../snippets/uncarriable.ts';
import { renderPythonTypes } from '../snippets/python/render-python-types.ts';
import { renderTypes } from '../types/render-types.ts';
import { typeNameOf } from '../types/type-name.ts';
import { contentHash } from './content-hash.ts';
import { contractAddress, contractFolder } from './contract-folder.ts';
import { fieldPathFaults } from './field-paths.ts';
import { keyFault } from './key-fault.ts';
import { publishedSchema } from './schema-file.ts';
import { schemaFaults } from './schema-faults.ts';
import { topicOf } from './topic.ts';
import { hasUndeclaredProperty } from './undeclared-property.ts';

/** A message version that has a JSON Schema. */
export type ContractedMessage = MessageVersion & { readonly schema: MessageSchema };

/** The files of one contract, or the reasons why there can be none. */
export interface RenderedContract {
  /** Empty when a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function hasContract(message: MessageVersion): message is ContractedMessage {
  return message.schema !== undefined;
}

/**
 * Makes everything that is published of one message version from its schema. `site` is the address of the folder of all
 * contracts, with a slash at the end.
 */
export async function renderContract(message: ContractedMessage, site: string): Promise<RenderedContract> {
  const faults = schemaFaults(message.schema);
  if (faults.length > 0) return { files: [], diagnostics: faults };
  const example = exampleOf(message);
  const resolvedTopic = topicOf(message);
  const key = resolvedTopic.topic === undefined ? [] : keyFault(message);
  const diagnostics = [...example.diagnostics, ...resolvedTopic.diagnostics, ...key, ...fieldPathFaults(message)];
  if (example.value === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    return { files: [], diagnostics };
  const typeName = typeNameOf(message.id);
  const schemaText = schemaTextOf(message, site);
  const schemaHash = contentHash(schemaText);
  const { topic } = resolvedTopic;
  const program =
    topic === undefined ? undefined : programOf(message, { topic, example: example.value, typeName, schemaHash });
  const refused =
    program === undefined
      ? []
      : uncarriable(program).map(({ pointer, reason }) =>
          diagnose('text-not-carriable', { reason }, placeInCatalog(message, pointer)),
        );
  if (refused.length > 0) return { files: [], diagnostics: [...diagnostics, ...refused] };
  const snippets = program === undefined ? undefined : renderSnippets(program, clients);
  const files = [
    { path: 'schema.json', content: schemaText },
    { path: 'types.d.ts', content: await renderTypeFile(message, typeName, example.value, schemaHash) },
    // Not `types.py`: beside a program it would hide the module of that name, which Python itself needs.
    { path: 'payload_types.py', content: pythonTypesOf(message, typeName, example.value, schemaHash) },
    { path: 'example.json', content: json(example.value) },
    ...(snippets?.files ?? []),
  ];
  return {
    files: files.map(({ path, content }) => ({ path: `${contractFolder(message)}/${path}`, content })),
    diagnostics: [
      ...diagnostics,
      ...refusals(snippets?.refused ?? []).map(({ client, pointer, reason }) =>
        diagnose('program-not-carriable', { client, reason }, placeInCatalog(message, pointer)),
      ),
    ],
  };
}

/** What the programs of a message do; undefined when it has none, because of a fault or because it is not on Kafka. */
export function programFor(message: ContractedMessage, site: string): Program | undefined {
  if (schemaFaults(message.schema).length > 0) return undefined;
  const { value: example } = exampleOf(message);
  const { topic } = topicOf(message);
  if (example === undefined || topic === undefined) return undefined;
  const schemaHash = contentHash(schemaTextOf(message, site));
  return programOf(message, { topic, example, typeName: typeNameOf(message.id), schemaHash });
}

/** The published `schema.json`: its hash is what everything that is made from it carries. */
export function schemaTextOf(message: ContractedMessage, site: string): string {
  const { bundled, dialect } = message.schema;
  return json(publishedSchema(bundled, dialect, `${site}${contractAddress(message, 'schema.json')}`));
}

/** One for each place and reason, however many clients it stops. */
function refusals(refused: readonly RefusedClient[]) {
  const alike = Map.groupBy(refused, ({ pointer, reason }) => JSON.stringify([pointer, reason]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, client: group.map(({ client }) => client.label).join(', ') }];
  });
}

const IN_FRONT_MATTER = { group: '/x-kafka/group', headers: '/x-kafka/headers', keyPath: '/x-kafka/key' } as const;

/** Where a part of a program came from: the front matter of its message, or the example that it sends. */
function placeInCatalog(message: ContractedMessage, pointer: JsonPointer): DiagnosticPlace {
  const found = Object.entries(IN_FRONT_MATTER).find(([part]) => pointer.split('/')[1] === part);
  if (found !== undefined) return { file: message.file, pointer: found[1] };
  if (!pointer.startsWith('/example')) return { file: message.file, line: 1, column: 1 };
  const [example] = message.examples;
  if (example === undefined) return { file: message.schema.file, line: 1, column: 1 };
  return { file: example.file, pointer: pointer.replace(/^\/example/, '') };
}

/** JSON as it is published: two spaces, LF, a line end at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

interface ChosenExample {
  readonly value: JsonValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The first example that somebody wrote, all of them checked, or else a sampled one. */
function exampleOf(message: ContractedMessage): ChosenExample {
  const { schema, examples } = message;
  if (examples.length > 0) {
    const validator = compileValidator(schema.bundled, schema.dialect);
    const diagnostics = examples.flatMap(({ file, value }) =>
      validator
        .faults(value)
        .map(({ reason, instancePointer }) =>
          diagnose('example-invalid', { reason, schema: schema.file }, { file, pointer: instancePointer }),
        ),
    );
    return { value: examples[0]?.value, diagnostics };
  }
  const sample = sampleValue(schema.bundled, schema.dialect);
  if ('value' in sample) return { value: sample.value, diagnostics: [] };
  return {
    value: undefined,
    diagnostics: [
      diagnose('example-not-sampled', { reason: sample.reason }, { file: schema.file, line: 1, column: 1 }),
    ],
  };
}

function pythonTypesOf(message: ContractedMessage, typeName: string, example: JsonValue, schemaHash: string): string {
  const source = { schema: message.schema.bundled, dialect: message.schema.dialect };
  return renderPythonTypes({ source, example, typeName, header: typesHeader(message, schemaHash) });
}

function typesHeader(message: ContractedMessage, schemaHash: string): readonly string[] {
  return [
    renderProvenance(message, schemaHash),
    // In a sentence: a name alone on its line could be one that a tool obeys, such as "prettier-ignore".
    `The payload of the ${message.kind} "${message.name}".`,
    `Generated by "catalog generate" from ${message.schema.file}; do not edit.`,
  ];
}

async function renderTypeFile(
  message: ContractedMessage,
  typeName: string,
  example: JsonValue,
  schemaHash: string,
): Promise<string> {
  const { schema } = message;
  return renderTypes({
    schema: schema.bundled,
    dialect: schema.dialect,
    typeName,
    // An example that carries fields beyond the declared ones shows that its producers do: its type has to take them.
    openObjects: [example, ...message.examples.map(({ value }) => value)].some((value) =>
      hasUndeclaredProperty(schema.bundled, schema.dialect, value),
    ),
    header: typesHeader(message, schemaHash),
  });
}
