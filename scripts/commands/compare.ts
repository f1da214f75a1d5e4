import { loadMessageVersions, loadSchemaFile, type ComparedSchema } from '../catalog/load-compared.ts';
import { stageOf } from '../model/version-order.ts';
import { compareSchemas, defaultLimits, type SchemaComparison } from '../compare/compare-schemas.ts';
import type { CompareOptions, Policy } from '../compare/decide.ts';
import { bumpFor, directionsOf, type Bump, type Mode } from '../compare/verdict.ts';
import { UserError } from '../model/user-error.ts';
import { comparisonJson } from '../report/comparison-json.ts';
import { comparisonText } from '../report/comparison-text.ts';
import type { Console } from '../report/console.ts';
import { checkSchema } from '../schema/check-schema.ts';
import type { ExitCode } from './generate.ts';

export interface CompareCommandOptions {
  /** `BEFORE AFTER`, or `Message V1 V2`. */
  readonly operands: readonly string[];
  readonly catalog: string;
  readonly mode: Mode;
  readonly policy: Policy;
  readonly formats: CompareOptions['formats'];
  readonly output: 'text' | 'json';
  /** List every change, however many of one kind there are. */
  readonly verbose: boolean;
  /** Undefined: the default, which is the same on every machine. */
  readonly steps: number | undefined;
  /** Milliseconds for each search; what is not decided by then is unknown. Undefined: no clock is asked. */
  readonly deadline: number | undefined;
}

/** Compares two schemas, prints what it came to, and says whether the change is safe: 0, or 1 when it is not or nobody knows. */
export async function compare(options: CompareCommandOptions, console: Console): Promise<ExitCode> {
  const [before, after] = await loadOperands(options);
  refuseFaulty(before);
  refuseFaulty(after);
  const comparison = await compareSchemas(documentOf(before), documentOf(after), engineOptions(options));
  const isSafe = isSafeUnder(options.mode, comparison);
  const stage = before.version === undefined ? 'stable' : stageOf(before.version);
  const bump = stage === undefined ? undefined : bumpFor({ ...comparison, isSafe }, stage);
  const places = { before: before.placeOf, after: after.placeOf };
  if (options.output === 'json') {
    const json = comparisonJson(comparison, bump ?? bumpFor({ ...comparison, isSafe }, 'stable'), places);
    console.out(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    const { mode, policy, verbose: isVerbose } = options;
    const labels = { before: before.label, after: after.label };
    console.out(comparisonText({ comparison, labels, places, mode, policy, bump, isSafe, isVerbose }, console));
  }
  return isSafe ? 0 : 1;
}

async function loadOperands({
  operands,
  catalog,
}: CompareCommandOptions): Promise<readonly [ComparedSchema, ComparedSchema]> {
  const [first, second, third, ...more] = operands;
  if (first === undefined || second === undefined || more.length > 0)
    throw new UserError(
      'Name two schema files (BEFORE AFTER), or a message and two of its versions (OutOfStock 0.0.3 0.0.4).',
    );
  if (third !== undefined) return loadMessageVersions(first, [second, third], catalog);
  return [await loadSchemaFile(first, catalog), await loadSchemaFile(second, catalog)];
}

/** A schema that its own draft refuses has no meaning that could be compared. */
function refuseFaulty({ schema, label, placeOf, diagnostics }: ComparedSchema): void {
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (error !== undefined) throw new UserError(`${label} cannot be compared. ${error.message} ${error.help}`);
  const faults = checkSchema(schema.bundled, schema.dialect);
  const [first] = faults;
  if (first === undefined) return;
  const { file, line, column } = placeOf(first.pointer);
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const others = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  throw new UserError(
    `${place}: this is no valid schema of ${schema.dialect}: ${first.reason}${others}. Mend it, and compare again.`,
  );
}

function documentOf({ schema }: ComparedSchema) {
  return { schema: schema.bundled, dialect: schema.dialect };
}

/** The engine asks no clock of its own: a deadline is watched from here. */
export function engineOptions({
  policy,
  formats,
  steps,
  deadline,
}: Pick<CompareCommandOptions, 'policy' | 'formats' | 'steps' | 'deadline'>): CompareOptions {
  const limits = { steps: steps ?? defaultLimits.steps };
  if (deadline === undefined) return { policy, formats, limits };
  const end = performance.now() + deadline;
  return { policy, formats, limits: { ...limits, isOutOfTime: () => performance.now() > end } };
}

export function isSafeUnder(mode: Mode, comparison: SchemaComparison): boolean {
  return directionsOf(mode).every((direction) => comparison[direction].verdict === 'compatible');
}

/** The bump between two schemas that no version numbers are known of. */
export function unversionedBump(comparison: SchemaComparison, mode: Mode): Bump {
  return bumpFor({ ...comparison, isSafe: isSafeUnder(mode, comparison) }, 'stable');
}
