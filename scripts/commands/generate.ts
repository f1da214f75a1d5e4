import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { diskTree } from '../catalog/disk-tree.ts';
import { notYetRun, programsOf, proofFile, readProof } from '../contract/proof.ts';
import { readContract } from '../contract/read-contract.ts';
import { UserError } from '../model/user-error.ts';
import { contractCache } from '../output/contract-cache.ts';
import { contractOwnership } from '../output/contract-ownership.ts';
import { outputFolder } from '../output/output-folder.ts';
import { planOutput } from '../output/plan-output.ts';
import type { OutputPlan } from '../output/plan-output.ts';
import type { Console } from '../report/console.ts';
import { printable, wrap } from '../report/console.ts';
import { countText, diagnosticsText } from '../report/diagnostics-text.ts';
import { notYetRunText } from '../report/proof-text.ts';
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
  /** Write the sound contracts although others have errors; what the faulty ones had stays. */
  readonly keepGoing: boolean;
  /** List every info. */
  readonly verbose: boolean;
  /** Take nothing from earlier runs. */
  readonly noCache: boolean;
}

export type ExitCode = 0 | 1 | 2;

/** Writes the contracts of a catalog, or checks that they are written. */
export async function generate(options: GenerateOptions, console: Console, stop?: AbortSignal): Promise<ExitCode> {
  const catalog = await existingDirectory(options.catalog);
  const out = resolve(options.out ?? join(catalog, 'public', 'contracts'));
  const folder = outputFolder(out);
  const existing = await folder.readAll();
  // A check proves something only when it takes nothing from earlier runs.
  const cache = options.noCache || options.check ? undefined : await contractCache(catalog, readContract);
  const onProgress = (key: string) => {
    refuseWhenStopped(stop);
    console.err(`Making the contract of ${printable(key)}\n`);
  };
  const rendered = await renderCatalog(diskTree(catalog), cache, onProgress, existing.get('index.json'));
  const hasErrors = rendered.diagnostics.some(({ severity }) => severity === 'error');
  reportFaults(rendered, options, console);
  if (hasErrors && !options.keepGoing) return 1;
  const plan = planFor(rendered, existing, hasErrors);
  const shownOut = shownPath(catalog, out);
  if (options.check) {
    const isStale = check(plan, rendered, shownOut, console);
    const programs = programsOf(rendered.files.find(({ path }) => path === 'index.json')?.content);
    console.err(notYetRunText(notYetRun(readProof(existing.get(proofFile)), programs), console, options.verbose));
    return isStale || hasErrors ? 1 : 0;
  }
  refuseOverwriting(plan, out);
  refuseWhenStopped(stop);
  await folder.apply(plan.changes);
  await cache?.prune();
  console.out(`${contractCount(rendered)} in ${shownOut}: ${planSummary(plan)}.\n`);
  for (const path of plan.kept)
    console.err(`Left ${printable(path)}: it is generated no longer, but may have been changed by hand.\n`);
  return hasErrors ? 1 : 0;
}

function reportFaults({ diagnostics }: RenderedCatalog, options: GenerateOptions, console: Console): void {
  const text = diagnosticsText(diagnostics, console, options.verbose);
  if (text !== '') console.err(text);
  if (!diagnostics.some(({ severity }) => severity === 'error')) return;
  const outcome = options.keepGoing
    ? 'Messages with an error keep the contracts that they had.'
    : 'Nothing was written (--keep-going passes over messages with an error).';
  console.err(`${wrap(`${countText(diagnostics)}. ${outcome}`, console.columns, '')}\n`);
}

async function existingDirectory(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new UserError(`There is no folder ${path}. Name an EventCatalog directory with --catalog.`);
  if (!found.isDirectory()) throw new UserError(`${path} is a file. Name an EventCatalog directory with --catalog.`);
  return resolve(path);
}

function planFor(rendered: RenderedCatalog, existing: ReadonlyMap<string, string>, hasErrors: boolean): OutputPlan {
  const plan = planOutput(rendered.files, existing, contractOwnership(existing));
  // Which files belong to a page that cannot be read, nobody knows: nothing is deleted before all can be.
  return hasErrors ? { ...plan, changes: plan.changes.filter(({ kind }) => kind !== 'delete'), kept: [] } : plan;
}

function refuseWhenStopped(stop: AbortSignal | undefined): void {
  if (stop?.aborted) throw new UserError('Stopped. Nothing was written.');
}

function refuseOverwriting({ inTheWay }: OutputPlan, out: string): void {
  const [first] = inTheWay;
  if (first === undefined) return;
  const others = inTheWay.length > 1 ? ` and ${inTheWay.length - 1} more` : '';
  throw new UserError(
    `${join(out, first.path)}${others} would be overwritten, but was not generated. Move it away, or name another folder with --out.`,
  );
}

function check(plan: OutputPlan, rendered: RenderedCatalog, out: string, console: Console): boolean {
  // What is in the way comes first: a long list is cut.
  const differing = [...plan.inTheWay, ...plan.changes];
  if (differing.length === 0) {
    console.out(`${contractCount(rendered)} in ${out}: up to date.\n`);
    return false;
  }
  console.out(planDiff(differing, console));
  const are = differing.length === 1 ? '1 file is' : `${differing.length} files are`;
  for (const { path } of plan.inTheWay)
    console.err(`${printable(path)} was not generated: \`catalog generate\` will ask you to move it away.\n`);
  const text = `${are} not as the schemas have it in ${out}. Run \`catalog generate\` and commit what it writes.`;
  console.out(`${wrap(text, console.columns, '')}\n`);
  return true;
}

function contractCount({ contracts }: RenderedCatalog): string {
  return contracts === 1 ? '1 contract' : `${contracts} contracts`;
}

function shownPath(catalog: string, path: string): string {
  const inside = relative(catalog, path);
  return inside === '' || inside.split(sep)[0] === '..' || isAbsolute(inside) ? path : inside;
}
