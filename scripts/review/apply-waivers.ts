import type { MessageVersion } from '../model/message.ts';
import type { ReviewProblem, Waiver } from './review.ts';

/** A problem of one version of a message. */
export interface VersionProblem {
  readonly version: string;
  readonly problem: ReviewProblem;
}

/** Lets pass what is waived; a waiver whose last day is over is an error of its own, as long as there is something to waive. */
export function applyWaivers(
  problems: readonly VersionProblem[],
  versions: readonly MessageVersion[],
  today: string,
): readonly ReviewProblem[] {
  const waivers = versions.flatMap((version) => version.waivers ?? []);
  const waiverFor = ({ version, problem }: VersionProblem): Waiver | undefined =>
    waivers.find((waiver) => waiver.problem === problem.code && waiver.version === version);
  const waived = problems.map((one): ReviewProblem => {
    const waiver = waiverFor(one);
    return waiver === undefined || waiver.lastDay < today ? one.problem : { ...one.problem, waiver };
  });
  const expired = new Set(problems.flatMap((one) => waiverFor(one) ?? []).filter(({ lastDay }) => lastDay < today));
  return sortProblems([...waived, ...[...expired].map(expiredProblem)]);
}

function expiredProblem({ problem, version, reason, lastDay, file, line }: Waiver): ReviewProblem {
  return {
    code: 'waiver-expired',
    severity: 'error',
    message: `The waiver of ${problem} for ${version} ended on ${lastDay}. It was given because: ${reason}`,
    help: 'Mend what it was about, or agree on a new last day.',
    file,
    line: line ?? 1,
    column: 1,
  };
}

/** Errors first, then those that are waived, then warnings. */
function sortProblems(problems: readonly ReviewProblem[]): readonly ReviewProblem[] {
  const rank = ({ severity, waiver }: ReviewProblem): number =>
    severity === 'warning' ? 2 : waiver === undefined ? 0 : 1;
  return problems.toSorted((left, right) => rank(left) - rank(right));
}
