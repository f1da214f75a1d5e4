import type { ContractFile } from './contract-index.ts';

interface ProvenProgram {
  readonly client: string;
  readonly version: string;
  readonly sha256: string;
}

interface ProvenRun {
  readonly message: string;
  readonly producer: ProvenProgram;
  readonly consumer: ProvenProgram;
  /** The version of Apache Kafka. */
  readonly broker: string;
}

/** The text of the record that `catalog prove` writes, as a module: the site is rendered anew when it changes. */
const texts: Readonly<Record<string, string>> = import.meta.glob('../../public/contracts/proof.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const [text] = Object.values(texts);
const runs: readonly ProvenRun[] = text === undefined ? [] : JSON.parse(text).runs;

/** A program as the page shows it. */
interface ShownProgram {
  /** `OutOfStock@0.0.4` */
  readonly message: string;
  readonly role: 'producer' | 'consumer';
  readonly client: { readonly id: string; readonly version: string };
  readonly file: ContractFile;
}

/** What a program has run against, as it stands. Empty brokers: it has not been run yet. */
export function proofOf({ message, role, client, file }: ShownProgram): {
  readonly brokers: readonly string[];
  /** The client libraries at the other end. */
  readonly partners: readonly string[];
} {
  const own = runs.filter((run) => {
    const program = run[role];
    const isSame = program.client === client.id && program.version === client.version && program.sha256 === file.sha256;
    return isSame && run.message === message;
  });
  const other = role === 'producer' ? 'consumer' : 'producer';
  return {
    brokers: [...new Set(own.map(({ broker }) => broker))],
    partners: [...new Set(own.map((run) => run[other].client))],
  };
}
