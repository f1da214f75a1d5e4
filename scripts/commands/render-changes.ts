import type { FileTree } from '../catalog/file-tree.ts';
import type { CatalogChange } from '../changes/catalog-change.ts';
import { compareVersions, type ComparedVersion, type VersionChange } from '../changes/compare-versions.ts';
import { readChange, readMatrix } from '../changes/read-entries.ts';
import { renderChange, renderExamples } from '../changes/render-change-files.ts';
import { renderChangeList } from '../changes/render-change-list.ts';
import { renderFeed } from '../changes/render-feed.ts';
import { tryExamples, type ExampleMatrix, type ExampleVersion } from '../changes/try-examples.ts';
import { contractFolder } from '../contract/contract-folder.ts';
import type { ContractedMessage, RenderedContract } from '../contract/render-contract.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { JsonValue } from '../model/json.ts';
import type { ResolvedCompatibility } from '../model/compatibility-for.ts';
import { messageKey, type MessageVersion } from '../model/message.ts';
import { versionBefore } from '../model/version-order.ts';
import type { ContractCache } from '../output/contract-cache.ts';
import { changelogDate } from './changelog-date.ts';
import { hasFault } from './has-fault.ts';

export interface ChangesSource {
  readonly tree: FileTree;
  /** Every version with a JSON Schema, the oldest of each message first. */
  readonly messages: readonly ContractedMessage[];
  readonly contracts: ReadonlyMap<string, RenderedContract>;
  /** Files with an error. What is in one may be the version before any other in its folder. */
  readonly faulty: ReadonlySet<string>;
  /** What the catalog asks for of a message. */
  readonly compatibilityOf: (message: MessageVersion) => ResolvedCompatibility;
  /** The address of the site, with a slash at the end. */
  readonly site: string;
}

export interface RenderedChanges {
  readonly files: readonly GeneratedFile[];
  /** The changes themselves, the oldest of each message first. */
  readonly changes: readonly CatalogChange[];
}

type Cache = Pick<ContractCache<unknown>, 'keyOf' | 'holding'>;

/** A version with its contract. */
interface Version extends ComparedVersion, ExampleVersion {
  readonly message: ContractedMessage;
  /** Stands for all that is compared of it; undefined without a cache. */
  readonly hash: string | undefined;
}

/**
 * What changed from version to version, for each message and for all. Of a message with a fault in one of its versions
 * nothing is said: what an earlier run wrote of it stays. The files that speak of all need all.
 */
export async function renderChanges(source: ChangesSource, cache: Cache | undefined): Promise<RenderedChanges> {
  const files: GeneratedFile[] = [];
  const all: CatalogChange[] = [];
  for (const [id, messages] of Map.groupBy(source.messages, (message) => message.id)) {
    const versions = messages.flatMap((message) => versionOf(message, source, cache));
    if (versions.length < messages.length || hasFault(messages, source.faulty)) continue;
    const changes = await changesOf(versions, source, cache);
    files.push(...changes.map(({ change }) => renderChange(id, change)));
    if (versions.length > 1) files.push(renderExamples(id, await matrixOf(versions, cache)));
    for (const { version, change } of changes)
      all.push({ message: version.message, change, date: await changelogDate(source.tree, version.message.file) });
  }
  if (source.faulty.size > 0) return { files, changes: all };
  return { files: [...files, renderChangeList(all, source.site), renderFeed(all, source.site)], changes: all };
}

function versionOf(message: ContractedMessage, { contracts }: ChangesSource, cache: Cache | undefined): Version[] {
  const files = contracts.get(messageKey(message))?.files ?? [];
  const contentOf = (name: string) => files.find(({ path }) => path === `${contractFolder(message)}/${name}`)?.content;
  const [types, example] = [contentOf('types.d.ts'), contentOf('example.json')];
  if (types === undefined || example === undefined) return [];
  const { version, schema, examples } = message;
  const published: JsonValue = JSON.parse(example);
  const hash = cache?.keyOf(JSON.stringify([version, schema.bundled, schema.dialect, types, examples, published]));
  return [{ message, version, schema, examples, published, types, hash }];
}

async function changesOf(versions: readonly Version[], { compatibilityOf }: ChangesSource, cache: Cache | undefined) {
  const names = versions.map(({ version }) => version);
  const changes: { readonly version: Version; readonly change: VersionChange }[] = [];
  for (const version of versions) {
    const previous = versionBefore(version.version, names);
    const before = versions.find((one) => one.version === previous);
    if (before === undefined) continue;
    const asked = compatibilityOf(version.message);
    const make = async () => compareVersions(before, version, asked);
    const about = ['change', asked.mode, asked.policy, before.hash, version.hash];
    const change = await once(make, about, cache, readChange);
    changes.push({ version, change });
  }
  return changes;
}

async function matrixOf(versions: readonly Version[], cache: Cache | undefined): Promise<ExampleMatrix> {
  const make = async () => tryExamples(versions);
  return once(make, ['examples', ...versions.map(({ hash }) => hash)], cache, readMatrix);
}

async function once<Entry>(
  make: () => Promise<Entry>,
  about: readonly (string | undefined)[],
  cache: Cache | undefined,
  read: (text: string) => Entry | undefined,
): Promise<Entry> {
  const entries = cache?.holding(read);
  const key = entries?.keyOf(JSON.stringify(about));
  const cached = key === undefined ? undefined : await entries?.get(key);
  if (cached !== undefined) return cached;
  const made = await make();
  if (key !== undefined) await entries?.put(key, made);
  return made;
}
