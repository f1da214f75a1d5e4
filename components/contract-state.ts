/** What the index says of a version. */
interface StatedVersion {
  readonly schemaFormat: string;
  readonly kafka: object | null;
  readonly files: readonly { readonly role: string }[];
}

const WHAT = { example: 'an example', fields: 'a list of fields', types: 'a type', programs: 'a program' } as const;

/** Formats as those who made them write them. */
const FORMATS: Readonly<Record<string, string>> = { avro: 'Avro', protobuf: 'Protobuf', 'json-schema': 'JSON Schema' };

/** `Avro` for what the index calls `avro`; other formats as the catalog has them. */
export function formatName(format: string): string {
  return FORMATS[format] ?? format;
}

/** Why a part of a contract is not there, in a sentence with code in backticks; empty where it should be there. */
export function noContractReason(
  { id, version }: { readonly id: string; readonly version: string },
  contract: StatedVersion | undefined,
  part: keyof typeof WHAT,
): string {
  if (contract === undefined) return `There is no contract of ${id} ${version} yet: \`catalog generate\` makes it.`;
  if (contract.files.some(({ role }) => role === 'schema')) {
    if (part !== 'programs') return '';
    return contract.kafka === null
      ? 'This message does not travel on Kafka, so there is no program to copy.'
      : 'No client library can carry this message as it is, so there is no program to copy.';
  }
  return contract.schemaFormat === 'none'
    ? `This version has no schema, so there is no ${WHAT[part].replace(/^an? /, '')}.`
    : `The schema of this version is in ${formatName(contract.schemaFormat)}; ${WHAT[part]} is made from JSON Schema only.`;
}
