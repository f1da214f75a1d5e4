import { clients } from '../snippets/clients/index.ts';
import type { FileTree } from '../catalog/file-tree.ts';
import { loadCatalog, sortDiagnostics } from '../catalog/load-catalog.ts';
import { loadSettings } from '../catalog/load-settings.ts';
import { locateDiagnostics } from '../catalog/locate-diagnostics.ts';
import { keptVersions } from '../contract/kept-versions.ts';
import { hasContract, renderContract } from '../contract/render-contract.ts';
import type { ContractedMessage, RenderedContract } from '../contract/render-contract.ts';
import { renderIndex } from '../contract/render-index.ts';
import { renderMessageMap } from '../contract/render-message-map.ts';
import { schemaFaults } from '../contract/schema-faults.ts';
import { topicOf } from '../contract/topic.ts';
import type { FindSource } from '../find/find-catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { MessageVersion } from '../model/message.ts';
import { compatibilityFor } from '../model/compatibility-for.ts';
import { messageKey } from '../model/message.ts';
import { renderFindFiles } from '../find/render-find-files.ts';
import type { ContractCache } from '../output/contract-cache.ts';
import { findAssets } from './find-assets.ts';
import { renderChanges } from './render-changes.ts';
import { renderFields } from './render-fields.ts';

/** Everything that a catalog's contracts consist of. */
export interface RenderedCatalog {
  readonly files: readonly GeneratedFile[];
  /** With line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many message versions have a contract. */
  readonly contracts: number;
}

/**
 * Loads a catalog and renders the contract of each message version that has a JSON Schema. A version with a fault keeps
 * the entry that it has in `earlierIndex`, since its files are kept as well.
 */
export async function renderCatalog(
  tree: FileTree,
  cache: ContractCache<RenderedContract> | undefined,
  onProgress: (key: string) => void,
  earlierIndex?: string,
): Promise<RenderedCatalog> {
  const [{ catalog, faulty, brokenSchemas, diagnostics: loadFaults }, { settings, diagnostics: settingFaults }] =
    await Promise.all([loadCatalog(tree), loadSettings(tree)]);
  const contracts = new Map<string, RenderedContract>();
  for (const message of catalog.messages.filter(hasContract)) {
    const key = messageKey(message);
    if (brokenSchemas.has(key)) contracts.set(key, { files: [], diagnostics: ownFaults(message) });
    else if (faulty.has(key)) contracts.set(key, { files: [], diagnostics: await otherFaults(message) });
    else contracts.set(key, await renderOnce(message, `${settings.site}contracts/`, cache, onProgress));
  }
  const rendered = [...contracts.values()];
  const isFaulty = (key: string) => faulty.has(key) || contracts.get(key)?.files.length === 0;
  const diagnostics = [...loadFaults, ...settingFaults, ...rendered.flatMap((contract) => contract.diagnostics)];
  const errors = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const changes = await renderChanges(
    {
      tree,
      messages: catalog.messages.filter(hasContract),
      contracts,
      faulty: errors,
      compatibilityOf: (message) => compatibilityFor(message, catalog, settings.compatibility),
      site: settings.site,
    },
    cache,
  );
  const fields = renderFields(catalog.messages.filter(hasContract), contracts, errors);
  const contractFiles = [...rendered.flatMap(({ files }) => files), ...fields.files];
  const findSource: FindSource = {
    title: settings.title,
    messages: catalog.messages,
    outline: catalog.outline ?? { domains: [], services: [] },
    changes: changes.changes,
    fieldsOf: (message) => fields.byKey.get(messageKey(message)),
    topicOf: (message) => topicOf(message).topic?.name,
  };
  return {
    files: [
      ...contractFiles,
      ...changes.files,
      ...filesOfAll(
        { messages: catalog.messages, contracts, files: [...contractFiles, ...changes.files] },
        (key, source) => isFaulty(key) || (typeof source === 'string' && errors.has(source)),
        earlierIndex,
      ),
      // They speak of all: what an earlier run wrote stays until all can be read.
      ...(errors.size > 0 ? [] : renderFindFiles(findSource, findAssets())),
    ],
    diagnostics: sortDiagnostics(await locateDiagnostics(tree, diagnostics)),
    contracts: rendered.filter(({ files }) => files.length > 0).length,
  };
}

/** A schema that could not be loaded whole is judged by itself only. The loader has said what is wrong with each `$ref`. */
function ownFaults(message: ContractedMessage): readonly Diagnostic[] {
  return schemaFaults(message.schema).filter(({ pointer }) => pointer?.endsWith('/$ref') !== true);
}

/** What the loader has said already in its own way, or what an example that could not be read would have mended. */
const SAID_ALREADY = new Set(['example-not-sampled', 'text-not-carriable']);

/** Faults that would only show up once those of the loader are mended. */
async function otherFaults(message: ContractedMessage): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await renderContract(message, '/');
  return diagnostics.filter(({ code }) => !SAID_ALREADY.has(code));
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

interface WholeCatalog {
  readonly messages: readonly MessageVersion[];
  readonly contracts: ReadonlyMap<string, RenderedContract>;
  /** Those of the contracts and of their changes. */
  readonly files: readonly GeneratedFile[];
}

/** The files that speak of every message. */
function filesOfAll(
  { messages, contracts, files }: WholeCatalog,
  hasFault: (key: string, source: unknown) => boolean,
  earlierIndex: string | undefined,
): readonly GeneratedFile[] {
  const isSound = (key: string) => (contracts.get(key)?.files ?? []).length > 0;
  const kept = keptVersions(earlierIndex, (key, source) => !isSound(key) && hasFault(key, source));
  const known = new Set(messages.map(messageKey));
  const typed = new Set(kept.filter(({ hasTypes }) => hasTypes).map(messageKey));
  const inMap = [
    ...messages.filter((message) => isSound(messageKey(message)) || typed.has(messageKey(message))),
    ...kept.filter((version) => version.hasTypes && !known.has(messageKey(version))),
  ];
  return [renderIndex({ messages, files, kept }, clients), renderMessageMap(inMap)];
}
