import type { CompareOptions } from '../compare/decide.ts';
import { schemaFaults } from '../contract/schema-faults.ts';
import { messageKey, type MessageSchema, type MessageVersion } from '../model/message.ts';
import { compareVersions, isPrerelease, versionBefore } from '../model/version-order.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { applyWaivers, type VersionProblem } from './apply-waivers.ts';
import { compatibilityFor } from '../model/compatibility-for.ts';
import { failingExamples } from './failing-examples.ts';
import { changeProblems, exampleProblems } from './find-problems.ts';
import { latestOf, type MessagePair } from './pair-messages.ts';
import { reviewChange } from './review-change.ts';
import type { FilePlace, MessageReview, VersionChange } from './review.ts';
import { wholeProblems } from './whole-problems.ts';
import type { ReviewedCatalog } from './reviewed-catalog.ts';

export interface MessageRequest {
  readonly pair: MessagePair;
  readonly base: ReviewedCatalog;
  readonly head: ReviewedCatalog;
  /** A calendar day: `2026-11-25`. */
  readonly today: string;
  readonly limits: CompareOptions['limits'];
}

/** What happened to one message; undefined where nothing did. */
export async function reviewMessage(request: MessageRequest): Promise<MessageReview | undefined> {
  const { pair } = request;
  const shown = latestOf(pair.after) ?? latestOf(pair.before);
  if (shown === undefined) return undefined;
  const changes: VersionChange[] = [];
  const problems: VersionProblem[] = [];
  for (const { kind, before, after } of changedVersions(pair)) {
    const change = await reviewOne(kind, before, after, request);
    changes.push(change);
    const versionPlace = await placeOfVersion(after, request.head);
    const found = changeProblems(change, before, { today: request.today, versionPlace });
    problems.push(...found.map((problem) => ({ version: after.version, problem })));
  }
  problems.push(...newExampleProblems(pair, changes), ...wholeProblems(request));
  const place = placeChange(pair);
  const fate = await fateOf(request, changes, problems.length > 0 || Object.keys(place).length > 0);
  if (fate === undefined) return undefined;
  return {
    kind: shown.kind,
    id: pair.id,
    name: shown.name,
    owners: [...new Set([...pair.after, ...pair.before].flatMap(({ owners }) => owners))].toSorted(),
    file: shown.file,
    fate,
    ...place,
    ...leftReaders(request),
    changes,
    problems: applyWaivers(problems, pair.after, request.today),
  };
}

/** Where a page says which version it is. */
async function placeOfVersion({ file }: MessageVersion, { locate }: ReviewedCatalog): Promise<FilePlace> {
  const [found] = await locate([
    { code: 'version', severity: 'info', message: '', help: '', file, pointer: '/version' },
  ]);
  return { file, line: found?.line ?? 1, column: found?.column ?? 1 };
}

/** Of versions that were compared with none: new messages, and new examples of schemas that stayed. */
function newExampleProblems(
  { before, after }: MessagePair,
  changes: readonly VersionChange[],
): readonly VersionProblem[] {
  const known = new Set(before.flatMap(({ examples }) => examples.map(({ value }) => canonicalText(value))));
  return after.flatMap((version) => {
    if (changes.some((change) => change.after.version === version.version)) return [];
    const examples = version.examples.filter(({ value }) => !known.has(canonicalText(value)));
    if (examples.length === 0 || !hasValidSchema(version)) return [];
    const failing = failingExamples(version, { ...version, examples });
    return exampleProblems({ examples: failing }).map((problem) => ({ version: version.version, problem }));
  });
}

function hasValidSchema(version: MessageVersion): version is MessageVersion & { readonly schema: MessageSchema } {
  return version.schema !== undefined && schemaFaults(version.schema).length === 0;
}

interface ChangedVersion {
  readonly kind: VersionChange['kind'];
  readonly before: MessageVersion;
  readonly after: MessageVersion;
}

/** Every version that is new, with the one before it; and every one that is not as it was. */
function changedVersions({ before, after }: MessagePair): readonly ChangedVersion[] {
  const published = new Map(before.map((version) => [version.version, version]));
  const all = new Map([...published, ...after.map((version) => [version.version, version] as const)]);
  return after.flatMap((version): readonly ChangedVersion[] => {
    const old = published.get(version.version);
    if (old !== undefined)
      return isSameSchema(old, version) ? [] : [{ kind: 'edited-in-place', before: old, after: version }];
    const previous = all.get(versionBefore(version.version, [...all.keys()]) ?? '');
    return previous === undefined ? [] : [{ kind: 'new-version', before: previous, after: version }];
  });
}

/** The same text, and the same draft: whatever else is different is no matter of the schema. */
function isSameSchema(
  { schema: one, ...before }: MessageVersion,
  { schema: other, ...after }: MessageVersion,
): boolean {
  if (one === undefined || other === undefined)
    return one === undefined && other === undefined && before.schemaFormat === after.schemaFormat;
  return one.dialect === other.dialect && canonicalText(one.bundled) === canonicalText(other.bundled);
}

async function reviewOne(
  kind: VersionChange['kind'],
  before: MessageVersion,
  after: MessageVersion,
  { pair, base, head, limits }: MessageRequest,
): Promise<VersionChange> {
  const isPublished = (version: MessageVersion): boolean =>
    compareVersions(version.version, before.version) < 0 && !isPrerelease(version.version);
  return reviewChange({
    kind,
    before,
    after,
    beforeSide: pair.after.includes(before) ? head : base,
    afterSide: head,
    older: kind === 'new-version' ? pair.before.filter(isPublished) : [],
    known: latestOf(pair.before),
    compatibility: compatibilityFor(after, head.catalog, head.compatibility),
    limits,
  });
}

function leftReaders({ pair, head }: MessageRequest): Pick<MessageReview, 'leftReaders'> {
  if (pair.after.length > 0) return {};
  const left = (head.catalog.lostReaders ?? []).filter(({ message }) => message === pair.id);
  return left.length === 0 ? {} : { leftReaders: [...new Set(left.flatMap(({ owners }) => owners))].toSorted() };
}

function placeChange({ before, after, renamedFrom }: MessagePair): Pick<MessageReview, 'renamedFrom' | 'movedFrom'> {
  const [old, now] = [latestOf(before), latestOf(after)];
  const [from, to] = [folderOf(old), folderOf(now)];
  return {
    ...(renamedFrom === undefined ? {} : { renamedFrom }),
    ...(from === undefined || to === undefined || from === to ? {} : { movedFrom: from }),
  };
}

/** The message's own folder, whichever of its versions the page is about. */
function folderOf(message: MessageVersion | undefined): string | undefined {
  return message?.file.replace(/\/(?:versioned\/[^/]+\/)?[^/]+$/, '');
}

async function fateOf(
  { pair, base, head }: MessageRequest,
  changes: readonly VersionChange[],
  isTouched: boolean,
): Promise<MessageReview['fate'] | undefined> {
  const { before, after } = pair;
  if (before.length === 0) return 'added';
  if (after.length === 0) return 'removed';
  if (changes.length > 0 || isTouched || before.length !== after.length) return 'changed';
  return (await hasOtherTexts(before, after, base, head)) ? 'documentation' : undefined;
}

/** Whether a page or an example is not as it was. */
async function hasOtherTexts(
  before: readonly MessageVersion[],
  after: readonly MessageVersion[],
  base: ReviewedCatalog,
  head: ReviewedCatalog,
): Promise<boolean> {
  for (const version of after) {
    const old = before.find((one) => messageKey({ ...one, id: version.id }) === messageKey(version));
    if (old === undefined) return true;
    if (
      canonicalText(old.examples.map(({ value }) => value)) !==
      canonicalText(version.examples.map(({ value }) => value))
    )
      return true;
    const files = [
      [old.file, version.file],
      [changelogOf(old), changelogOf(version)],
    ] as const;
    for (const [was, is] of files)
      if (withoutReturns(await base.textOf(was)) !== withoutReturns(await head.textOf(is))) return true;
  }
  return false;
}

function changelogOf({ file }: MessageVersion): string {
  return file.replace(/[^/]+$/, 'changelog.mdx');
}

/** A checkout may have other line ends than the commit. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n');
}
