import type { Catalog, Domain, LostReader } from '../model/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { MessageVersion } from '../model/message.ts';
import type { CatalogOutline } from '../model/outline.ts';
import { messageKey } from '../model/message.ts';
import type { FileTree } from './file-tree.ts';
import { comparePaths } from './file-tree.ts';
import { distinctPages, identifyPages, MESSAGES } from './identified-pages.ts';
import type { IdentifiedPage } from './identified-pages.ts';
import { groupExamples } from './load-examples.ts';
import { loadMessage } from './load-message.ts';
import type { MessageContext } from './load-message.ts';
import { loadMessageSchema } from './load-schema.ts';
import { readPages } from './page.ts';
import type { Page } from './page.ts';
import { readDomains } from './read-domains.ts';
import { readOutline } from './read-outline.ts';
import type { Collection } from './resource-path.ts';
import { resourcePathOf } from './resource-path.ts';
import { resolveTraffic } from './resolve-participants.ts';
import { schemaLibrary } from './schema-library.ts';
import { compareVersions, latestVersion } from '../model/version-order.ts';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Every fault that was found, in the order of files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Keys of the messages that could not be loaded whole: what is made from them would be wrong. */
  readonly faulty: ReadonlySet<string>;
  /** Those of them whose schema could not be loaded whole: nothing can be said of its examples. */
  readonly brokenSchemas: ReadonlySet<string>;
}

const PARTICIPANTS: readonly Collection[] = ['services', 'agents', 'domains', 'subdomains', 'systems'];

/** Reads an EventCatalog directory: the only way from files to the model. */
export async function loadCatalog(tree: FileTree): Promise<LoadedCatalog> {
  const paths = await tree.list();
  const { broken, messages, others, domains, lostReaders, outline, context, diagnostics } = await readContext(
    tree,
    paths,
  );
  const loaded = await Promise.all(messages.map(async (message) => loadMessage(message, context)));
  // A page that is no message of its own can still name a schema that is missing or broken.
  const otherSchemas = await Promise.all(
    others.map(async (page) => loadMessageSchema(page, context.library, context.pathSet)),
  );
  const faulty = loaded.filter((one) => one.diagnostics.some(isError) || broken.has(one.message.file));
  const schemaFaults = [...loaded, ...otherSchemas].flatMap((one) => one.diagnostics);
  return {
    catalog: {
      messages: loaded.map(({ message }) => message).toSorted(compareMessages),
      domains,
      lostReaders,
      outline,
    },
    diagnostics: sortDiagnostics([...diagnostics, ...schemaFaults]),
    faulty: new Set(faulty.map(({ message }) => messageKey(message))),
    brokenSchemas: new Set(
      loaded.filter(({ isSchemaBroken }) => isSchemaBroken).map(({ message }) => messageKey(message)),
    ),
  };
}

interface CatalogContext {
  /** One page per message version. */
  readonly messages: readonly IdentifiedPage[];
  /** The other pages of messages: nameless ones, and duplicates. */
  readonly others: readonly Page[];
  /** Pages with an error of their own. */
  readonly broken: ReadonlySet<string>;
  readonly domains: readonly Domain[];
  readonly lostReaders: readonly LostReader[];
  readonly outline: CatalogOutline;
  readonly context: MessageContext;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every page, and what a message needs to know of the pages of others. */
async function readContext(tree: FileTree, paths: readonly string[]): Promise<CatalogContext> {
  const pagePaths = paths.filter((path) => resourcePathOf(path) !== undefined);
  const { pages, diagnostics: pageFaults } = await readPages(tree, pagePaths);
  const messages = identifyPages(MESSAGES, pages, pagePaths);
  const distinct = distinctPages(messages.pages);
  const participants = identifyPages(PARTICIPANTS, pages, pagePaths);
  const channelPages = identifyPages(['channels'], pages, pagePaths);
  const known = knownMessages(distinct.pages);
  const channels = { byId: Map.groupBy(channelPages.pages, ({ id }) => id), unread: channelPages.unread };
  const traffic = resolveTraffic(participants.pages, { messages: known, unread: messages.unread, channels });
  const domains = readDomains(participants.pages);
  const identified = new Set(distinct.pages.map(({ page }) => page));
  return {
    messages: distinct.pages,
    others: pages.filter((page) => MESSAGES.includes(page.collection) && !identified.has(page)),
    domains: domains.domains,
    lostReaders: traffic.lostReaders,
    outline: readOutline(participants.pages),
    broken: new Set(pageFaults.filter(isError).map(({ file }) => file)),
    context: {
      tree,
      // A schema may name one by its address that is out of scope.
      library: schemaLibrary(tree, tree.listAll === undefined ? paths : await tree.listAll()),
      examples: groupExamples(paths),
      pathSet: new Set(paths),
      channels,
      traffic: traffic.traffic,
      isLatest: ({ id, version }) => known.get(id)?.latest === version,
    },
    diagnostics: [
      ...pageFaults,
      ...[messages, distinct, participants, channelPages, traffic, domains].flatMap((part) => part.diagnostics),
    ],
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function knownMessages(messages: readonly IdentifiedPage[]) {
  return new Map([...Map.groupBy(messages, ({ id }) => id)].map(([id, versions]) => [id, knownVersions(versions)]));
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
  const unique = new Map(diagnostics.map((diagnostic) => [shownAs(diagnostic), diagnostic]));
  return [...unique.values()].toSorted(
    (left, right) =>
      comparePaths(left.file, right.file) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0) ||
      comparePaths(left.pointer ?? '', right.pointer ?? '') ||
      comparePaths(left.code, right.code) ||
      comparePaths(left.message, right.message),
  );
}

function shownAs({ file, line, column, pointer, code, message }: Diagnostic): string {
  return JSON.stringify([file, line === undefined ? pointer : [line, column], code, message]);
}
