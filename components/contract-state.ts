/** What the index says of a version. */
interface StatedVersion {
  readonly schemaFormat: string;
  readonly kafka: object | null;
  readonly files: readonly { readonly role: string }[];
}

const WHAT = { example: 'example', fields: 'list of fields', types: 'type', programs: 'program' } as const;

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
    ? `This version has no schema, so there is no ${WHAT[part]}.`
    : `The schema of this version is in ${contract.schemaFormat}. A ${WHAT[part]} is made from JSON Schema only.`;
}
