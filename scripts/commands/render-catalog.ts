import { clients } from '../snippets/clients/index.ts';
import type { FileTree } from '../catalog/file-tree.ts';
import { loadCatalog, sortDiagnostics } from '../catalog/load-catalog.ts';
import { loadSettings } from '../catalog/load-settings.ts';
import { locateDiagnostics } from '../catalog/locate-diagnostics.ts';
import { hasContract, renderContract, schemaFaults } from '../contract/render-contract.ts';
import type { ContractedMessage, RenderedContract } from '../contract/render-contract.ts';
import { renderIndex } from '../contract/render-index.ts';
import { renderMessageMap } from '../contract/render-message-map.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import { messageKey } from '../model/message.ts';
import type { ContractCache } from '../output/contract-cache.ts';

/** Everything that a catalog's contracts consist of. */
export interface RenderedCatalog {
  readonly files: readonly GeneratedFile[];
  /** With line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many message versions have a contract. */
  readonly contracts: number;
}

/** Loads a catalog and renders the contract of each message version that has a JSON Schema. */
export async function renderCatalog(
  tree: FileTree,
  cache: ContractCache<RenderedContract> | undefined,
  onProgress: (key: string) => void,
): Promise<RenderedCatalog> {
  const [{ catalog, diagnostics: loadFaults }, { settings, diagnostics: settingFaults }] = await Promise.all([
    loadCatalog(tree),
    loadSettings(tree),
  ]);
  const site = `${settings.site}contracts/`;
  const broken = new Set(loadFaults.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const rendered: { readonly message: ContractedMessage; readonly contract: RenderedContract }[] = [];
  for (const message of catalog.messages.filter(hasContract)) {
    // A schema that could not be loaded whole is judged by itself only: what is made from it would be wrong.
    const isBroken = [message.file, ...message.schema.sources, ...message.examples.map(({ file }) => file)].some(
      (file) => broken.has(file),
    );
    if (isBroken) rendered.push({ message, contract: { files: [], diagnostics: ownFaults(message) } });
    else rendered.push({ message, contract: await renderOnce(message, site, cache, onProgress) });
  }
  const sound = rendered.filter(({ contract }) => contract.files.length > 0);
  const files = sound.flatMap(({ contract }) => contract.files);
  const diagnostics = [...loadFaults, ...settingFaults, ...rendered.flatMap(({ contract }) => contract.diagnostics)];
  return {
    files: [
      ...files,
      renderIndex(catalog.messages, files, clients),
      renderMessageMap(sound.map(({ message }) => message)),
    ],
    diagnostics: sortDiagnostics(await locateDiagnostics(tree, diagnostics)),
    contracts: sound.length,
  };
}

/** The loader has said what is wrong with each `$ref`. */
function ownFaults(message: ContractedMessage): readonly Diagnostic[] {
  return schemaFaults(message.schema).filter(({ pointer }) => pointer?.endsWith('/$ref') !== true);
}

async function renderOnce(
  message: ContractedMessage,
  site: string,
  cache: ContractCache<RenderedContract> | undefined,
  onProgress: (key: string) => void,
): Promise<RenderedContract> {
  const key = cache?.keyOf(JSON.stringify([site, message]));
  const cached = key === undefined ? undefined : await cache?.get(key);
  if (cached !== undefined) return cached;
  onProgress(messageKey(message));
  const contract = await renderContract(message, site);
  if (key !== undefined && contract.files.length > 0) await cache?.put(key, contract);
  return contract;
}
