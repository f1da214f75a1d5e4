import { compareSchemas, judgeSchemas, type SchemaComparison } from '../compare/compare-schemas.ts';
import type { CompareOptions } from '../compare/decide.ts';
import type { SchemaDocument } from '../compare/normalise/reading.ts';
import { directions, directionsOf, type Direction } from '../compare/verdict.ts';
import { schemaFaults } from '../contract/schema-faults.ts';
import type { MessageSchema, MessageVersion } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import { adviseBump } from './advise-bump.ts';
import { splitMode, type ResolvedCompatibility } from '../model/compatibility-for.ts';
import { failingExamples } from './failing-examples.ts';
import { judgeConsumers } from './judge-consumers.ts';
import type { ComparedVersion, EarlierVersion, PlacedFinding, VersionChange } from './review.ts';
import type { ReviewedCatalog } from './reviewed-catalog.ts';
import { typeDiff } from './type-diff.ts';

/** Two versions of a message, and the catalogs that they are read from. */
export interface ChangeRequest {
  readonly kind: VersionChange['kind'];
  readonly before: MessageVersion;
  readonly after: MessageVersion;
  /** The catalog that `before` is read from: the head's own, where it still has that version. */
  readonly beforeSide: ReviewedCatalog;
  readonly afterSide: ReviewedCatalog;
  /** Published versions older than `before`, oldest first: a transitive mode asks about them. */
  readonly older: readonly MessageVersion[];
  /** The newest version of the message that the base has. */
  readonly known: MessageVersion | undefined;
  readonly compatibility: ResolvedCompatibility;
  readonly limits: CompareOptions['limits'];
}

type WithSchema = MessageVersion & { readonly schema: MessageSchema };

/** Everything that one change of a schema means. */
export async function reviewChange(request: ChangeRequest): Promise<VersionChange> {
  const { kind, before, after, compatibility } = request;
  const frame = {
    kind,
    before: versionOf(before),
    after: versionOf(after),
    mode: compatibility.mode,
    policy: compatibility.policy,
  };
  const reason = whyNotCompared(before, request.beforeSide) ?? whyNotCompared(after, request.afterSide);
  if (reason !== undefined || !hasSchema(before) || !hasSchema(after)) {
    const isUnreadable = request.afterSide.brokenSchemas.has(messageKey(after)) || hasFaults(after);
    const flag = isUnreadable ? { isUnreadable: true as const } : {};
    return { ...frame, ...nothingCompared, ...flag, reason: reason ?? 'There is no schema to compare.' };
  }
  const options: CompareOptions = { policy: compatibility.policy, formats: 'assertion', limits: request.limits };
  const documents = { before: documentOf(before), after: documentOf(after) };
  const comparison = await compareSchemas(documents.before, documents.after, options);
  const { backward, forward, isSameDocument, isSameSet } = comparison;
  const verdicts = { backward, forward };
  const { mode } = splitMode(compatibility.mode);
  const earlier = await reviewEarlier(request, after, options);
  const isSafe =
    directionsOf(mode).every((direction) => comparison[direction].verdict === 'compatible') &&
    earlier.every((one) => one.isSafe);
  const butBreaks = directions.find((direction) => comparison[direction].verdict === 'breaking');
  return {
    ...frame,
    verdicts,
    isSameDocument,
    isSameSet,
    isSafe,
    ...(isSafe && butBreaks !== undefined ? { butBreaks } : {}),
    findings: await placeFindings(comparison, before, after, request),
    earlier,
    typeDiff: await typeDiff(after.id, before.schema, after.schema),
    consumers: await judgeConsumers({ before, after, known: request.known }, documents, verdicts, options),
    bump:
      kind === 'new-version'
        ? adviseBump(
            { isSameDocument, isSameSet, isSafe },
            { before: before.version, after: after.version, mode: compatibility.mode },
          )
        : undefined,
    examples: failingExamples(before, after),
  };
}

const nothingCompared = {
  verdicts: undefined,
  isSameDocument: false,
  isSameSet: false,
  isSafe: false,
  findings: [],
  earlier: [],
  typeDiff: [],
  consumers: [],
  bump: undefined,
  examples: [],
} as const;

function versionOf({ id, version, schema, file }: MessageVersion): ComparedVersion {
  return { id, version, file: schema?.file ?? file };
}

function hasSchema(message: MessageVersion): message is WithSchema {
  return message.schema !== undefined;
}

function documentOf({ schema }: WithSchema): SchemaDocument {
  return { schema: schema.bundled, dialect: schema.dialect };
}

function whyNotCompared(message: MessageVersion, { brokenSchemas }: ReviewedCatalog): string | undefined {
  const key = messageKey(message);
  if (brokenSchemas.has(key)) return `The schema of ${key} cannot be read: see the faults.`;
  const { schema, schemaFormat } = message;
  if (schema === undefined) {
    return schemaFormat === 'none'
      ? `${key} has no schema, so there is nothing to compare.`
      : `The schema of ${key} is in ${schemaFormat}; only JSON Schemas are compared.`;
  }
  const [fault] = schemaFaults(schema);
  return fault === undefined ? undefined : `${key} has no valid schema (${fault.file}). ${fault.message}`;
}

function hasFaults({ schema }: MessageVersion): boolean {
  return schema !== undefined && schemaFaults(schema).length > 0;
}

async function reviewEarlier(
  { older, compatibility }: ChangeRequest,
  after: WithSchema,
  options: CompareOptions,
): Promise<readonly EarlierVersion[]> {
  const { mode, isTransitive } = splitMode(compatibility.mode);
  if (!isTransitive) return [];
  const earlier: EarlierVersion[] = [];
  for (const one of older) {
    if (!hasSchema(one) || schemaFaults(one.schema).length > 0) continue;
    const { backward, forward } = await judgeSchemas(documentOf(one), documentOf(after), options);
    const verdicts = { backward, forward };
    const isSafe = directionsOf(mode).every((direction: Direction) => verdicts[direction].verdict === 'compatible');
    earlier.push({ version: one.version, verdicts, isSafe });
  }
  return earlier;
}

async function placeFindings(
  { findings }: SchemaComparison,
  before: WithSchema,
  after: WithSchema,
  { beforeSide, afterSide }: ChangeRequest,
): Promise<readonly PlacedFinding[]> {
  if (findings.length === 0) return [];
  const [old, now] = [await beforeSide.placesIn(before.schema), await afterSide.placesIn(after.schema)];
  return findings.map((finding) => ({
    finding,
    before: finding.beforePointer === undefined ? undefined : old(finding.beforePointer),
    after: finding.afterPointer === undefined ? undefined : now(finding.afterPointer),
  }));
}
