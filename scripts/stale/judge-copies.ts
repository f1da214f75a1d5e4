import { judgeSchemas } from '../compare/compare-schemas.ts';
import type { CompareOptions } from '../compare/decide.ts';
import { directionsOf } from '../compare/verdict.ts';
import { contentHash } from '../contract/content-hash.ts';
import { hasContract, schemaTextOf, type ContractedMessage } from '../contract/render-contract.ts';
import { schemaFaults } from '../contract/schema-faults.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Compatibility } from '../model/compatibility.ts';
import { compatibilityFor, splitMode } from '../model/compatibility-for.ts';
import { messageKey, type MessageSchema, type MessageVersion } from '../model/message.ts';
import { shortHash } from '../model/provenance.ts';
import { compareVersions } from '../model/version-order.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { detectDialect } from '../schema/dialect.ts';
import type { Copy } from './copy.ts';
import { deprecatedFields } from './deprecated-fields.ts';
import { copyStates, type CopyGroup, type CopyState, type FailOn, type Move } from './stale-report.ts';

/** What copies are held against. */
export interface JudgingCatalog {
  readonly catalog: Catalog;
  /** `compatibility` of catalog.config.json. */
  readonly compatibility: Compatibility;
  /** Keys of the messages whose schema could not be loaded whole. */
  readonly brokenSchemas: ReadonlySet<string>;
  /** The address of the folder of all contracts, with a slash at the end. */
  readonly contracts: string;
  readonly limits: CompareOptions['limits'];
}

/** Says of each copy what became of its schema, those that need somebody first. */
export async function judgeCopies(
  copies: readonly Copy[],
  source: JudgingCatalog,
  failOn: FailOn,
): Promise<readonly CopyGroup[]> {
  const wanted = new Set(copies.map(({ id }) => id));
  const byId = Map.groupBy(
    source.catalog.messages.filter(({ id }) => wanted.has(id)),
    ({ id }) => id,
  );
  const publish = publisher(source);
  const judged = copies.map((copy) => judgeState(copy, byId.get(copy.id) ?? [], publish, source));
  const groups: CopyGroup[] = [];
  for (const group of Map.groupBy(judged, keyOf).values()) {
    // A schema among them tells what the others were made from, even where the catalog has lost it.
    const told = group.find(({ copy }) => copy.schema !== undefined) ?? group[0];
    if (told === undefined) continue;
    const same = group.map(({ copy }) => copy);
    groups.push(groupOf(told, same, await judgeMove(told, source), failOn));
  }
  return groups.toSorted(byUrgency);
}

interface JudgedCopy {
  readonly copy: Copy;
  readonly state: CopyState;
  /** All versions of the message. */
  readonly versions: readonly MessageVersion[];
  /** The one that was copied. */
  readonly own: MessageVersion | undefined;
  readonly newest: MessageVersion | undefined;
}

/** The published schema of a version, as text. */
type Publisher = (message: ContractedMessage) => string;

function publisher({ contracts }: JudgingCatalog): Publisher {
  const texts = new Map<MessageVersion, string>();
  return (message) => {
    const text = texts.get(message) ?? schemaTextOf(message, contracts);
    texts.set(message, text);
    return text;
  };
}

function judgeState(
  copy: Copy,
  versions: readonly MessageVersion[],
  publish: Publisher,
  { brokenSchemas }: JudgingCatalog,
): JudgedCopy {
  const own = versions.find(({ version }) => version === copy.version);
  const newest = versions.find(({ isLatest }) => isLatest);
  const frame = { copy, versions, own, newest };
  if (own === undefined) return { ...frame, state: 'gone' };
  if (brokenSchemas.has(messageKey(own))) return { ...frame, state: 'unknown' };
  if (!hasContract(own)) return { ...frame, state: 'changed' };
  const text = publish(own);
  const hash = shortHash(contentHash(text));
  if (hash !== copy.hash && !isSameJson(copy, text)) return { ...frame, state: 'changed' };
  // A schema that was only formatted anew is as good as the published one.
  return { ...frame, copy: { ...copy, hash }, state: own.isLatest ? 'current' : 'behind' };
}

function isSameJson({ schema }: Copy, text: string): boolean {
  if (schema === undefined) return false;
  try {
    return canonicalText(schema) === canonicalText(JSON.parse(text));
  } catch {
    // Nested deeper than anybody goes: nothing that was published.
    return false;
  }
}

function keyOf({ copy: { id, version, hash }, state }: JudgedCopy): string {
  return JSON.stringify([id, version, hash, state]);
}

/** Either what a move means, or why nobody knows. */
type Judgement = { readonly move: Move } | { readonly reason: string | undefined };

async function judgeMove(judged: JudgedCopy, source: JudgingCatalog): Promise<Judgement> {
  const { state, newest } = judged;
  if (state === 'current') return { reason: undefined };
  if (newest === undefined) return { reason: undefined };
  if (!hasContract(newest) || source.brokenSchemas.has(messageKey(newest)))
    return { reason: `The newest version, ${newest.version}, has no JSON Schema that could be read.` };
  const before = schemaBefore(judged);
  if (before === undefined) return { reason: unknownSource[state] };
  const [fault] = [...schemaFaults(before), ...schemaFaults(newest.schema)];
  if (fault !== undefined) return { reason: `The copy, or the newest version, has no valid schema. ${fault.message}` };
  const { mode, policy } = compatibilityFor(newest, source.catalog, source.compatibility);
  const options: CompareOptions = { policy, formats: 'assertion', limits: source.limits };
  const { backward, forward, isSameSet } = await judgeSchemas(documentOf(before), documentOf(newest.schema), options);
  return { move: { to: newest.version, mode, policy, reader: backward, sender: forward, isSameSet } };
}

const unknownSource: Readonly<Record<CopyState, string>> = {
  current: '',
  behind: '',
  changed: 'The schema that it was made from is not in the catalog any more, so there is nothing to compare.',
  gone: 'The schema that it was made from is not in the catalog, so there is nothing to compare.',
  unknown: "The catalog's own schema of this version cannot be read: `catalog generate --check` says why.",
};

/** The schema that a copy was made from, where anybody still has it. */
function schemaBefore({ copy, state, own }: JudgedCopy): MessageSchema | undefined {
  if (state === 'behind') return own?.schema;
  if (copy.schema === undefined || state === 'unknown') return undefined;
  const { dialect } = detectDialect(copy.schema);
  return { file: copy.file, dialect, bundled: copy.schema, sources: [copy.file], origins: [] };
}

function documentOf({ bundled, dialect }: MessageSchema) {
  return { schema: bundled, dialect };
}

function groupOf(judged: JudgedCopy, copies: readonly Copy[], judgement: Judgement, failOn: FailOn): CopyGroup {
  const { copy, state, versions, own, newest } = judged;
  const move = 'move' in judgement ? judgement.move : undefined;
  const breaking = state === 'current' ? 'no' : breakingOf(move);
  return {
    id: copy.id,
    version: copy.version,
    hash: copy.hash,
    state,
    breaking,
    isFailure: state !== 'current' && (failOn === 'behind' || (failOn === 'breaking' && breaking !== 'no')),
    newest: newest?.version,
    newer: versions
      .map(({ version }) => version)
      .filter((version) => state !== 'current' && compareVersions(version, copy.version) > 0)
      .toSorted(compareVersions),
    move,
    reason: 'reason' in judgement ? judgement.reason : undefined,
    deprecation: own?.deprecation,
    deprecatedFields: newest?.schema === undefined ? [] : deprecatedFields(newest.schema),
    copies: copies.toSorted((left, right) => compareText(left.file, right.file) || left.line - right.line),
  };
}

/** What the catalog's mode asks for decides, as it does in a review. */
function breakingOf(move: Move | undefined): CopyGroup['breaking'] {
  if (move === undefined) return 'unknown';
  const asked = directionsOf(splitMode(move.mode).mode);
  const verdicts = asked.map((direction) => (direction === 'backward' ? move.reader : move.sender).verdict);
  if (verdicts.includes('breaking')) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
}

function byUrgency(left: CopyGroup, right: CopyGroup): number {
  return (
    Number(right.isFailure) - Number(left.isFailure) ||
    copyStates.indexOf(left.state) - copyStates.indexOf(right.state) ||
    compareText(left.id, right.id) ||
    compareVersions(left.version, right.version) ||
    compareText(left.hash, right.hash)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
