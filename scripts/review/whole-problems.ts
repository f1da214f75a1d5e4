import { compareVersions } from '../model/version-order.ts';
import type { MessageVersion } from '../model/message.ts';
import type { VersionProblem } from './apply-waivers.ts';
import { compatibilityFor, isLoosened } from '../model/compatibility-for.ts';
import { latestOf, type MessagePair } from './pair-messages.ts';
import type { ReviewProblem } from './review.ts';
import type { ReviewedCatalog } from './reviewed-catalog.ts';

interface WholeRequest {
  readonly pair: MessagePair;
  readonly base: ReviewedCatalog;
  readonly head: ReviewedCatalog;
}

/** What is wrong with the message as a whole. */
export function wholeProblems({ pair, base, head }: WholeRequest): readonly VersionProblem[] {
  const { before, after } = pair;
  const [old, now] = [latestOf(before), latestOf(after)];
  if (old === undefined) return [];
  if (now === undefined) return removalProblems(old, pair, head);
  const kept = new Set(after.map(({ version }) => version));
  const removed = before.filter(({ version }) => !kept.has(version));
  const place = { file: now.file, line: 1, column: 1 };
  const found: VersionProblem[] = removed.map(({ version, id }) => ({
    version,
    problem: {
      code: 'published-version-removed',
      severity: 'error',
      message: `${id} ${version} is published, and it is no longer there.`,
      help: `Keep it below versioned/${version}/: its messages are still in the topic, and its readers look for it here.`,
      ...place,
    },
  }));
  if (compareVersions(now.version, old.version) < 0)
    found.push({
      version: now.version,
      problem: {
        code: 'version-goes-backwards',
        severity: 'error',
        message: `The latest version of ${now.id} goes from ${old.version} back to ${now.version}.`,
        help: `Give what is to be the latest a version above ${old.version}.`,
        ...place,
      },
    });
  const settings = [
    compatibilityFor(old, base.catalog, base.compatibility),
    compatibilityFor(now, head.catalog, head.compatibility),
  ] as const;
  if (isLoosened(...settings))
    found.push({ version: now.version, problem: { ...loosened(now, ...settings), ...place } });
  return found;
}

function loosened(
  now: MessageVersion,
  before: ReturnType<typeof compatibilityFor>,
  after: ReturnType<typeof compatibilityFor>,
): Pick<ReviewProblem, 'code' | 'severity' | 'message' | 'help'> {
  const shown = ({ mode, policy }: typeof before): string => `${mode} with the policy "${policy}"`;
  return {
    code: 'mode-loosened',
    severity: 'warning',
    message: `What ${now.id} has to keep goes from ${shown(before)} to ${shown(after)}.`,
    help: 'Ask the owners whether that is meant: it decides what the rest of this review lets pass.',
  };
}

function removalProblems(
  old: MessageVersion,
  { id }: MessagePair,
  { catalog }: ReviewedCatalog,
): readonly VersionProblem[] {
  const readers = (catalog.lostReaders ?? []).filter(({ message }) => message === id);
  const [first] = readers;
  if (first === undefined) return [];
  const names = [...new Set(readers.map(({ reader }) => reader))].join(', ');
  return [
    {
      version: old.version,
      problem: {
        code: 'message-removed-with-readers',
        severity: 'error',
        message: `${id} is removed, and it is still read by ${names}.`,
        help: 'Take it out of their `receives` first, or keep it (deprecated) until they have moved.',
        file: first.file,
        line: 1,
        column: 1,
      },
    },
  ];
}
