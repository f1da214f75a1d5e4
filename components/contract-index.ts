import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A client library that programs are made for. */
export interface Client {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly version: string;
  readonly install: string;
  readonly run: { readonly producer: string; readonly consumer: string };
}

export interface ContractFile {
  /** Relative to the folder of all contracts. */
  readonly path: string;
  readonly sha256: string;
  readonly role:
    | 'schema'
    | 'types'
    | 'python-types'
    | 'example'
    | 'fields'
    | 'fields-page'
    | 'changes'
    | 'producer'
    | 'consumer'
    | 'project';
  readonly client?: string | null;
}

export interface ContractVersion {
  readonly version: string;
  /** `OutOfStock@0.0.4` */
  readonly key: string;
  readonly name: string;
  readonly schemaFormat: string;
  readonly kafka: {
    readonly topic: string;
    readonly topicIsAssumed: boolean;
    readonly group: string;
    readonly key: string | null;
  } | null;
  readonly channels: readonly {
    readonly id: string;
    readonly version: string;
    readonly address: string;
    readonly protocols: readonly string[];
  }[];
  readonly producers: readonly IndexedParticipant[];
  readonly consumers: readonly IndexedParticipant[];
  readonly files: readonly ContractFile[];
}

export interface IndexedParticipant {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** The folder of its page: `services`. */
  readonly page: string;
  /** What a consumer reads; empty: all of it. */
  readonly fields?: readonly string[];
}

export interface ContractIndex {
  readonly clients: readonly Client[];
  readonly messages: readonly {
    readonly id: string;
    /** Every example tried with every version; null where there is one version only. */
    readonly examples: Pick<ContractFile, 'path' | 'sha256'> | null;
    /** Oldest first. */
    readonly versions: readonly ContractVersion[];
  }[];
}

export const contractsFolder = join(process.env['PROJECT_DIR'] ?? process.cwd(), 'public', 'contracts');

/**
 * The text of the index, as a module: the site is rendered anew when `catalog generate` writes it. The path is that of the
 * copy which EventCatalog makes of `components/` and `public/`.
 */
const texts: Readonly<Record<string, string>> = import.meta.glob('../../public/contracts/index.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const [text] = Object.values(texts);
const index: ContractIndex | undefined = text === undefined ? undefined : JSON.parse(text);

/** The index that `catalog generate` writes; undefined before its first run. */
export function readIndex(): ContractIndex | undefined {
  return index;
}

/** One version of a message; undefined when the index does not have it. */
export function findVersion(
  index: ContractIndex | undefined,
  message: { readonly id: string; readonly version: string },
): ContractVersion | undefined {
  const versions = index?.messages.find(({ id }) => id === message.id)?.versions;
  return versions?.find(({ version }) => version === String(message.version));
}

/** The file of a version that has a role of its own; undefined where there is none. */
export function fileOf(contract: ContractVersion | undefined, role: ContractFile['role']): ContractFile | undefined {
  return contract?.files.find((file) => file.role === role);
}

export function readContractFile(file: ContractFile): string {
  return readFileSync(join(contractsFolder, file.path), 'utf8');
}

/** The address of a contract's file on this site, below whatever base it is built for. */
export function addressOf(base: string, file: Pick<ContractFile, 'path'>): string {
  const path = file.path.split('/').map((segment) => encodeURIComponent(segment));
  return [base.replace(/\/+$/, ''), 'contracts', ...path].join('/');
}
