import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { diskTree } from '../catalog/disk-tree.ts';
import { readContract } from '../contract/read-contract.ts';
import { UserError } from '../model/user-error.ts';
import { contractCache } from '../output/contract-cache.ts';
import { contractOwnership } from '../output/contract-ownership.ts';
import { outputFolder } from '../output/output-folder.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { planOutput } from '../output/plan-output.ts';
import type { OutputPlan } from '../output/plan-output.ts';
import type { Console } from '../report/console.ts';
import { printable } from '../report/console.ts';
import { countText, diagnosticsText } from '../report/diagnostics-text.ts';
import { planDiff, planSummary } from '../report/plan-text.ts';
import { renderCatalog } from './render-catalog.ts';
import type { RenderedCatalog } from './render-catalog.ts';

export interface GenerateOptions {
  /** The EventCatalog directory. */
  readonly catalog: string;
  /** Where contracts go; `public/contracts` in the catalog where it is not said. */
  readonly out: string | undefined;
  /** Write nothing: print what differs, and fail if anything does. */
  readonly check: boolean;
  /** Write the sound contracts although others have errors; what the faulty ones had stays, and so does the index. */
  readonly keepGoing: boolean;
  /** List every info. */
  readonly verbose: boolean;
  /** Take nothing from earlier runs. */
  readonly noCache: boolean;
}

export type ExitCode = 0 | 1 | 2;

/** Writes the contracts of a catalog, or checks that they are written. */
export async function generate(options: GenerateOptions, console: Console): Promise<ExitCode> {
  const catalog = await existingDirectory(options.catalog);
  const out = resolve(options.out ?? join(catalog, 'public', 'contracts'));
  // A check proves something only when it takes nothing from earlier runs.
  const cache = options.noCache || options.check ? undefined : await contractCache(catalog, readContract);
  const rendered = await renderCatalog(diskTree(catalog), cache, (key) =>
    console.err(`Making the contract of ${printable(key)}\n`),
  );
  const text = diagnosticsText(rendered.diagnostics, console, options.verbose);
  if (text !== '') console.err(text);
  const hasErrors = rendered.diagnostics.some(({ severity }) => severity === 'error');
  if (hasErrors && !options.keepGoing) {
    console.err(`${countText(rendered.diagnostics)}. Nothing was written (--keep-going writes the sound contracts).\n`);
    return 1;
  }
  const folder = outputFolder(out);
  const plan = await planFor(rendered, folder, hasErrors);
  await cache?.prune();
  refuseOverwriting(plan, out);
  const shownOut = shownPath(catalog, out);
  if (options.check) return check(plan, rendered, shownOut, console);
  await folder.apply(plan.changes);
  console.out(`${contractCount(rendered)} in ${shownOut}: ${planSummary(plan)}.\n`);
  for (const path of plan.kept)
    console.err(`Left ${printable(path)}: it is generated no longer, but somebody has changed it.\n`);
  return hasErrors ? 1 : 0;
}

async function existingDirectory(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new UserError(`There is no folder ${path}. Name an EventCatalog directory with --catalog.`);
  if (!found.isDirectory()) throw new UserError(`${path} is a file. Name an EventCatalog directory with --catalog.`);
  return resolve(path);
}

async function planFor(rendered: RenderedCatalog, folder: OutputFolder, hasErrors: boolean): Promise<OutputPlan> {
  const existing = await folder.readAll();
  const plan = planOutput(rendered.files, existing, contractOwnership(existing.get('index.json')));
  if (!hasErrors) return plan;
  // What a faulty message had stays, and so do the files that speak of all messages: they would lose it.
  const changes = plan.changes.filter(
    ({ kind, path }) => kind !== 'delete' && (path.includes('/') || kind === 'create'),
  );
  return { ...plan, changes };
}

function refuseOverwriting({ inTheWay }: OutputPlan, out: string): void {
  const [first] = inTheWay;
  if (first === undefined) return;
  const others = inTheWay.length > 1 ? ` and ${inTheWay.length - 1} more` : '';
  throw new UserError(
    `${join(out, first)}${others} would be overwritten, but was not generated. Move it away, or name another folder with --out.`,
  );
}

function check(plan: OutputPlan, rendered: RenderedCatalog, out: string, console: Console): ExitCode {
  if (plan.changes.length === 0) {
    console.out(`${contractCount(rendered)} in ${out}: up to date.\n`);
    return 0;
  }
  console.out(planDiff(plan, console));
  const files = plan.changes.length === 1 ? '1 file is' : `${plan.changes.length} files are`;
  console.out(`${files} not as the schemas have it in ${out}. Run \`catalog generate\` and commit what it writes.\n`);
  return 1;
}

function contractCount({ contracts }: RenderedCatalog): string {
  return contracts === 1 ? '1 contract' : `${contracts} contracts`;
}

function shownPath(catalog: string, path: string): string {
  const inside = relative(catalog, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
