import type { Diagnostic, DiagnosticPlace, Severity } from './diagnostic.ts';

interface DiagnosticKind<Facts> {
  readonly severity: Severity;
  readonly message: (facts: Facts) => string;
  readonly help: (facts: Facts) => string;
}

function kind<Facts>(
  severity: Severity,
  message: (facts: Facts) => string,
  help: string | ((facts: Facts) => string),
): DiagnosticKind<Facts> {
  return { severity, message, help: typeof help === 'string' ? () => help : help };
}

/** Every diagnostic there is. A code says thing first, then what is wrong with it. */
export const diagnosticKinds = {
  'front-matter-missing': kind<object>(
    'error',
    () => 'Expected front matter between two `---` lines at the top of the file, found none.',
    'Start the file with `---`, the fields `id`, `name` and `version`, and `---`.',
  ),
  'front-matter-invalid': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected YAML front matter, found text that does not parse: ${reason}`,
    'Mend the YAML between the two `---` lines.',
  ),
  'field-missing': kind<{ field: string }>(
    'error',
    ({ field }) => `Expected the front matter field \`${field}\`, found none.`,
    ({ field }) => `Add \`${field}: …\` to the front matter.`,
  ),
  'field-invalid': kind<{ field: string; expected: string; found: string }>(
    'error',
    ({ field, expected, found }) => `Expected \`${field}\` to be ${expected}, found ${found}.`,
    ({ field, expected }) => `Make \`${field}\` ${expected}.`,
  ),
  'version-not-quoted': kind<{ found: string }>(
    'warning',
    ({ found }) => `Expected \`version\` to be a string, found the number ${found}; it is read as "${found}".`,
    ({ found }) => `Write \`version: "${found}"\`; EventCatalog itself refuses a number.`,
  ),
  'name-unsafe': kind<{ field: string; found: string; reason: string }>(
    'error',
    ({ field, found, reason }) =>
      `Expected \`${field}\` to be usable as a folder name, found ${JSON.stringify(found)}: ${reason}.`,
    'Use letters, digits, dots, dashes, underscores or spaces; it becomes part of a path and of an address.',
  ),
  'message-duplicate': kind<{ key: string; other: string }>(
    'error',
    ({ key, other }) => `Expected one definition of ${key}, found a second one; the first is in ${other}.`,
    'Give one of them another id or version, or delete it.',
  ),
  'file-unreadable': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected a text file in UTF-8, found one that cannot be read: ${reason}.`,
    'Save the file as UTF-8 text, or take it out of the catalog.',
  ),
  'schema-file-missing': kind<{ path: string; field: string }>(
    'error',
    ({ path, field }) => `Expected the schema file ${path}, which \`${field}\` names, found no such file.`,
    'Add the file, or correct the path (it is relative to this page).',
  ),
  'schema-not-declared': kind<{ path: string }>(
    'warning',
    ({ path }) => `Expected the front matter to name its schema, found ${path} beside it and no \`schemaPath\`.`,
    ({ path }) => `Add \`schemaPath: ${path}\`; until then neither the site nor this tool uses the file.`,
  ),
  'path-outside-catalog': kind<{ path: string }>(
    'error',
    ({ path }) => `Expected a path inside the catalog, found ${JSON.stringify(path)}, which leads out of it.`,
    'Move the file into the catalog: nothing outside of it is ever read.',
  ),
  'json-invalid': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected JSON, found text that does not parse: ${reason}.`,
    'Mend the syntax at this place.',
  ),
  'yaml-invalid': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected YAML, found text that does not parse: ${reason}`,
    'Mend the syntax at this place.',
  ),
  'key-duplicate': kind<{ key: string }>(
    'error',
    ({ key }) => `Expected each key once, found ${JSON.stringify(key)} a second time; one of the two would be lost.`,
    'Delete or rename one of them.',
  ),
  'number-not-exact': kind<{ found: string }>(
    'error',
    ({ found }) => `Expected a number that a double can hold, found ${found}, which would be changed in passing.`,
    'Write it as a string, or round it to a number that survives.',
  ),
  'bound-not-exact': kind<{ found: string }>(
    'warning',
    ({ found }) => `Expected a number that a double can hold, found ${found}; it is read as ${Number(found)}.`,
    'Round it, or leave the bound out: validators in JavaScript cannot tell the difference.',
  ),
  'text-not-well-formed': kind<object>(
    'error',
    () => 'Expected well-formed Unicode text, found half of a surrogate pair, which no UTF-8 file can carry.',
    'Write the whole character, or leave it out.',
  ),
  'nesting-too-deep': kind<{ limit: number }>(
    'error',
    ({ limit }) => `Expected at most ${limit} levels of nesting, found more.`,
    'Draw the inner parts out into `$defs`.',
  ),
  'schema-not-schema': kind<{ found: string }>(
    'error',
    ({ found }) => `Expected a JSON Schema (an object, true or false), found ${found}.`,
    'Put a JSON Schema into the file, or name another file.',
  ),
  'schema-dialect-unknown': kind<{ found: string; used: string }>(
    'warning',
    ({ found, used }) =>
      `Expected \`$schema\` to name a draft that we know, found ${JSON.stringify(found)}; it is read as ${used}.`,
    'Use "https://json-schema.org/draft/2020-12/schema" or "http://json-schema.org/draft-07/schema#".',
  ),
  'schema-dialect-mixed': kind<{ target: string; found: string; expected: string }>(
    'error',
    ({ target, found, expected }) =>
      `Expected ${target} to be written in ${expected} like the schema that refers to it, found ${found}.`,
    'Bring both files to the same draft: the same keyword can mean different things in two drafts.',
  ),
  'schema-invalid': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected a valid JSON Schema, found one that its draft refuses: ${reason}.`,
    'Correct the keyword at this place.',
  ),
  'schema-left-alone': kind<{ key: string; format: string }>(
    'info',
    ({ key, format }) =>
      `${key} has ${format === 'none' ? 'no schema' : `a schema in ${format}`}: no contract is made.`,
    'Nothing to do; contracts are made from JSON Schema only.',
  ),
  'ref-target-missing': kind<{ ref: string; reason: string }>(
    'error',
    ({ ref, reason }) => `Expected \`$ref\` ${JSON.stringify(ref)} to lead to a schema, found ${reason}.`,
    'Correct the `$ref`, or add what it names.',
  ),
  'ref-remote': kind<{ ref: string }>(
    'error',
    ({ ref }) =>
      `Expected \`$ref\` to stay inside the catalog, found ${JSON.stringify(ref)}; the network is never asked.`,
    'Copy that schema into the catalog, and refer to the file or give the copy this address as its `$id`.',
  ),
  'ref-cyclic': kind<{ cycle: string }>(
    'error',
    ({ cycle }) => `Expected \`$ref\` to end at a schema, found a circle that never does: ${cycle}.`,
    'Break the circle: a schema may contain itself below a property or an item, not stand for itself.',
  ),
  'ref-dynamic': kind<{ keyword: string }>(
    'error',
    ({ keyword }) => `Expected plain \`$ref\`, found \`${keyword}\`, which this tool cannot follow yet.`,
    'Use `$ref` to a definition in `$defs`.',
  ),
  'example-invalid': kind<{ reason: string; schema: string }>(
    'error',
    ({ reason, schema }) => `Expected an example that is valid under ${schema}, found one that is not: ${reason}.`,
    'Correct the example, or the schema.',
  ),
  'example-not-sampled': kind<{ reason: string }>(
    'error',
    ({ reason }) => `Expected to find a value that this schema accepts, found none: ${reason}.`,
    'Put a valid payload into `examples/` beside the message.',
  ),
  'channel-unknown': kind<{ id: string; version: string }>(
    'warning',
    ({ id, version }) => `Expected the channel ${id} (${version}) to be in the catalog, found no such channel.`,
    'Correct the id or the version, or add the channel.',
  ),
  'message-unknown': kind<{ id: string; version: string }>(
    'warning',
    ({ id, version }) => `Expected the message ${id} (${version}) to be in the catalog, found no such message.`,
    'Correct the id or the version, or add the message.',
  ),
  'channel-parameter-unset': kind<{ channel: string; parameter: string; used: string }>(
    'warning',
    ({ channel, parameter, used }) =>
      `Expected a value for {${parameter}} in the address of ${channel}, found none; the programs use "${used}".`,
    'Give the parameter a `default` in the channel, or a value in `to:` or `from:`.',
  ),
  'topic-assumed': kind<{ key: string; topic: string }>(
    'info',
    ({ key, topic }) => `No channel says which topic ${key} travels on: its programs assume "${topic}".`,
    'Add `to: [{ id: <channel> }]` where a service sends it, and the channel with its `address`.',
  ),
  'topic-illegal': kind<{ address: string; channel: string }>(
    'warning',
    ({ address, channel }) =>
      `Expected the address of ${channel} to be a Kafka topic, found ${JSON.stringify(address)}: no programs are made.`,
    'A topic has 1 to 249 letters, digits, dots, dashes and underscores.',
  ),
  'kafka-not-used': kind<{ key: string; transport: string }>(
    'info',
    ({ key, transport }) => `${key} travels over ${transport}, not Kafka: no programs are made.`,
    'Nothing to do.',
  ),
  'kafka-key-missing': kind<{ path: string }>(
    'error',
    ({ path }) =>
      `Expected \`x-kafka.key\` to name a required text, number or boolean of the payload, found "${path}".`,
    'Name a field that every payload has, as a dotted path such as `product_id` or `order.id`.',
  ),
  'text-not-carriable': kind<{ reason: string }>(
    'error',
    ({ reason }) =>
      `Expected text that a program and a Kafka record can carry, found text that they cannot: ${reason}.`,
    'Change that name, key, header or value: nothing is dropped in silence.',
  ),
  'program-not-carriable': kind<{ client: string; reason: string }>(
    'warning',
    ({ client, reason }) => `Expected text that every client can carry, found ${reason}: no programs for ${client}.`,
    'Change that name, key, header or value, or do without these programs; the others are made.',
  ),
  'field-path-unknown': kind<{ path: string; message: string }>(
    'warning',
    ({ path, message }) => `Expected \`fields\` to name fields of ${message}, found "${path}", which its schema lacks.`,
    'Correct the path: dots between names, `[]` behind an array.',
  ),
} as const;

export type DiagnosticCode = keyof typeof diagnosticKinds;

type Facts = { readonly [Code in DiagnosticCode]: Parameters<(typeof diagnosticKinds)[Code]['message']>[0] };

const kindOf: { readonly [Code in DiagnosticCode]: DiagnosticKind<Facts[Code]> } = diagnosticKinds;

/** Makes a diagnostic from its row in the table. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  facts: Facts[Code],
  place: DiagnosticPlace,
): Diagnostic {
  const { severity, message, help } = kindOf[code];
  return { code, severity, message: message(facts), help: help(facts), ...place };
}
