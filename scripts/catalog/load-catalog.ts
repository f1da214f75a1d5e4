import type { Catalog } from '../model/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { MessageVersion } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import type { FileTree } from './file-tree.ts';
import { comparePaths } from './file-tree.ts';
import { readIdentity } from './identity.ts';
import type { Identity } from './identity.ts';
import { groupExamples } from './load-examples.ts';
import { loadMessage } from './load-message.ts';
import { loadMessageSchema } from './load-schema.ts';
import { readPages } from './page.ts';
import type { Page } from './page.ts';
import type { Collection } from './resource-path.ts';
import { resourcePathOf } from './resource-path.ts';
import { resolveTraffic } from './resolve-participants.ts';
import { schemaLibrary } from './schema-library.ts';
import { compareVersions, latestVersion } from './version-order.ts';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Every fault that was found, in the order of files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A page that says what it is. */
interface IdentifiedPage extends Identity {
  readonly page: Page;
}

const MESSAGES: readonly Collection[] = ['events', 'commands', 'queries'];
const PARTICIPANTS: readonly Collection[] = ['services', 'agents', 'domains', 'subdomains', 'systems'];

/** Reads an EventCatalog directory: the only way from files to the model. */
export async function loadCatalog(tree: FileTree): Promise<LoadedCatalog> {
  const paths = await tree.list();
  const { pages, diagnostics: pageFaults } = await readPages(
    tree,
    paths.filter((path) => resourcePathOf(path) !== undefined),
  );
  const diagnostics: Diagnostic[] = [...pageFaults];
  const messages = distinct(identify(pages, MESSAGES, diagnostics), diagnostics);
  const participants = identify(pages, PARTICIPANTS, diagnostics);
  const channels = Map.groupBy(identify(pages, ['channels'], diagnostics), ({ id }) => id);
  const byId = Map.groupBy(messages, ({ id }) => id);
  const known = new Map([...byId].map(([id, versions]) => [id, knownVersions(versions)]));
  const { traffic, diagnostics: trafficFaults } = resolveTraffic(participants, known, channels);
  const library = schemaLibrary(tree, paths);
  const context = { tree, library, examples: groupExamples(paths), pathSet: new Set(paths), channels, traffic };
  const loaded = await Promise.all(
    messages.map(async (message) => loadMessage(message, known.get(message.id)?.latest === message.version, context)),
  );
  // A page that is no message of its own can still name a schema that is missing or broken.
  const identified = new Set(messages.map(({ page }) => page));
  const nameless = pages.filter((page) => MESSAGES.includes(page.collection) && !identified.has(page));
  const namelessSchemas = await Promise.all(
    nameless.map(async (page) => loadMessageSchema(page, library, context.pathSet)),
  );
  diagnostics.push(...namelessSchemas.flatMap((schema) => schema.diagnostics));
  diagnostics.push(...trafficFaults, ...loaded.flatMap((message) => message.diagnostics));
  return {
    catalog: { messages: loaded.map(({ message }) => message).toSorted(compareMessages) },
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function identify(
  pages: readonly Page[],
  collections: readonly Collection[],
  diagnostics: Diagnostic[],
): readonly IdentifiedPage[] {
  return pages
    .filter(({ collection }) => collections.includes(collection))
    .flatMap((page) => {
      const { identity, diagnostics: faults } = readIdentity(page, MESSAGES.includes(page.collection));
      diagnostics.push(...faults);
      return identity === undefined ? [] : [{ ...identity, page }];
    });
}

/** One page per message version; names that differ only in case would be one folder on some systems. */
function distinct(messages: readonly IdentifiedPage[], diagnostics: Diagnostic[]): readonly IdentifiedPage[] {
  const first = new Map<string, IdentifiedPage>();
  return messages.filter((message) => {
    const key = messageKey(message).normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, message);
    else
      diagnostics.push(
        diagnose(
          'message-duplicate',
          { key: messageKey(message), other: other.page.file },
          { file: message.page.file, pointer: '/id' },
        ),
      );
    return other === undefined;
  });
}

function knownVersions(messages: readonly IdentifiedPage[]) {
  const versions = messages.map(({ version, page }) => ({ version, isCurrent: page.isCurrent }));
  return {
    versions: versions.map(({ version }) => version).toSorted(compareVersions),
    latest: latestVersion(versions),
  };
}

function compareMessages(left: MessageVersion, right: MessageVersion): number {
  return comparePaths(left.id, right.id) || compareVersions(left.version, right.version);
}

/** By file, then by place; each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].toSorted(
    (left, right) =>
      comparePaths(left.file, right.file) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0) ||
      comparePaths(left.pointer ?? '', right.pointer ?? '') ||
      comparePaths(left.code, right.code),
  );
}
