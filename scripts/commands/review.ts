import { diskTree } from '../catalog/disk-tree.ts';
import type { FileTree } from '../catalog/file-tree.ts';
import { openRepository, type GitEnvironment, type GitRepository } from '../catalog/git-repository.ts';
import { changedScope, narrowTree } from '../catalog/changed-scope.ts';
import { gitTree, type KnownBlobs } from '../catalog/git-tree.ts';
import { loadCatalog, sortDiagnostics } from '../catalog/load-catalog.ts';
import { placeFinder } from '../catalog/load-compared.ts';
import { loadSettings } from '../catalog/load-settings.ts';
import { locateDiagnostics } from '../catalog/locate-diagnostics.ts';
import { defaultLimits } from '../compare/compare-schemas.ts';
import { writeReport } from '../output/write-report.ts';
import type { Console } from '../report/console.ts';
import type { Reporter } from '../report/reporter.ts';
import { newDiagnostics, reviewCatalogs } from '../review/review-catalogs.ts';
import type { ReviewedCatalog } from '../review/reviewed-catalog.ts';
import type { ExitCode } from './generate.ts';

export interface ReviewCommandOptions {
  readonly catalog: string;
  /** A git ref. The review is against the last commit that it has in common with the head. */
  readonly base: string;
  /** A git ref; undefined: the files as they lie on disk. */
  readonly head: string | undefined;
  /** Printed. */
  readonly reporter: Reporter;
  /** Written beside. */
  readonly files: readonly { readonly reporter: Reporter; readonly file: string }[];
  /** A calendar day: `2026-11-25`. */
  readonly today: string;
  readonly verbose: boolean;
  /** Read the whole catalog, and not only what the change can reach. */
  readonly readsAll?: boolean;
}

const WORKING_DIRECTORY = 'the working directory';

/** Reviews what changed since another ref: 0 when it may pass, 1 when it may not. */
export async function review(
  options: ReviewCommandOptions,
  console: Console,
  environment: GitEnvironment,
): Promise<ExitCode> {
  const repository = await openRepository(options.catalog, environment);
  const { base, notes } = await findBase(repository, options);
  const sides = await loadSides(repository, base, options);
  const found = await reviewCatalogs({
    ...sides,
    labels: { base: options.base, head: options.head ?? WORKING_DIRECTORY },
    notes,
    today: options.today,
    limits: defaultLimits,
  });
  const { columns, hasColor } = console;
  const context = { columns, hasColor, isVerbose: options.verbose, prefix: repository.prefix };
  for (const { reporter, file } of options.files)
    await writeReport(file, reporter.render(found, { ...context, hasColor: false }));
  console.out(options.reporter.render(found, context));
  return found.isGood ? 0 : 1;
}

interface FoundBase {
  readonly base: string;
  readonly notes: readonly string[];
}

/** What the head started from: what happened on the base since then is not the head's doing. */
async function findBase(repository: GitRepository, { base, head }: ReviewCommandOptions): Promise<FoundBase> {
  const tip = await repository.commitOf(base, '--base');
  const common = await repository.commonAncestor(tip, await repository.commitOf(head ?? 'HEAD', '--head'));
  if (common !== undefined) return { base: common, notes: [] };
  const why = (await repository.isShallow())
    ? 'This clone holds only a part of the history, so the commit that both have in common is not known. ' +
      'Fetch the whole of it (`git fetch --unshallow`; in CI actions/checkout with `fetch-depth: 0`).'
    : 'Both have no commit in common.';
  return {
    base: tip,
    notes: [
      `${why} The review is against ${base} itself: what was changed there since may look as if it was undone here.`,
    ],
  };
}

interface Sides {
  readonly base: ReviewedCatalog;
  readonly head: ReviewedCatalog;
}

async function loadSides(repository: GitRepository, base: string, options: ReviewCommandOptions): Promise<Sides> {
  const blobs: KnownBlobs = new Map();
  const head = options.head === undefined ? undefined : await repository.commitOf(options.head, '--head');
  const baseTree = gitTree(repository, base, blobs);
  const headTree = head === undefined ? diskTree(options.catalog) : gitTree(repository, head, blobs);
  const states = { repository, base, head, baseTree, headTree };
  const scope = options.readsAll === true ? undefined : await changedScope(states);
  if (scope !== undefined) {
    const narrowed = {
      base: await loadSide(narrowTree(baseTree, scope)),
      head: await loadSide(narrowTree(headTree, scope)),
    };
    if (!mayMissMessages(narrowed)) return narrowed;
  }
  return { base: await loadSide(baseTree), head: await loadSide(headTree) };
}

/** Whether a page of the head names a message that is not there, or only out of scope. */
function mayMissMessages({ base, head }: Sides): boolean {
  return newDiagnostics(base.diagnostics, head.diagnostics).some(({ code }) => code === 'message-unknown');
}

async function loadSide(tree: FileTree): Promise<ReviewedCatalog> {
  const remembered = rememberTexts(tree);
  const [loaded, { settings, diagnostics }] = [await loadCatalog(remembered), await loadSettings(remembered)];
  const locate: ReviewedCatalog['locate'] = async (found) =>
    sortDiagnostics(await locateDiagnostics(remembered, found));
  return {
    catalog: loaded.catalog,
    compatibility: settings.compatibility,
    diagnostics: await locate([...loaded.diagnostics, ...diagnostics]),
    brokenSchemas: loaded.brokenSchemas,
    placesIn: async (schema) => placeFinder(schema, remembered, schema.file),
    textOf: async (file) => {
      const content = await remembered.read(file);
      return content.kind === 'text' ? content.text : undefined;
    },
    locate,
  };
}

/** Files are asked for more than once, and what lies on disk may change meanwhile. */
function rememberTexts(tree: FileTree): FileTree {
  const known = new Map<string, ReturnType<FileTree['read']>>();
  return {
    ...tree,
    read: (path) => {
      const content = known.get(path) ?? tree.read(path);
      known.set(path, content);
      return content;
    },
  };
}
