import { expect } from 'vitest';
import { review } from '../../scripts/commands/review.ts';
import { UserError } from '../../scripts/model/user-error.ts';
import type { MessageReview, Review } from '../../scripts/review/review.ts';

export interface ReviewRun {
  readonly code: number;
  readonly review: Review;
}

/**
 * Reviews a branch against `main`, and keeps the review itself instead of a report. How much is read of the catalog may make
 * no difference, so each review is made twice.
 */
export async function reviewBranch(
  catalog: string,
  head: string | undefined,
  today = '2026-06-01',
): Promise<ReviewRun> {
  const run = await reviewOnce(catalog, head, today, false);
  expect(run).toEqual(await reviewOnce(catalog, head, today, true));
  return run;
}

async function reviewOnce(
  catalog: string,
  head: string | undefined,
  today: string,
  readsAll: boolean,
): Promise<ReviewRun> {
  const kept: Review[] = [];
  const reporter = {
    id: 'kept',
    summary: 'keeps it',
    render: (found: Review): string => {
      kept.push(found);
      return '';
    },
  };
  const options = { catalog, base: 'main', head, reporter, files: [], today, verbose: false, readsAll };
  const nobody = { out: () => {}, err: () => {}, columns: 80, hasColor: false };
  const code = await review(options, nobody, { PATH: process.env['PATH'] });
  const [found] = kept;
  if (found === undefined) throw new Error('There was no report.');
  return { code, review: found };
}

/** What the run could not go on for. */
export async function refusalOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

export function messageIn({ messages }: Review, id: string): MessageReview {
  const found = messages.find((message) => message.id === id);
  if (found === undefined)
    throw new Error(`${id} is not in the review of ${messages.map((one) => one.id).join(', ')}.`);
  return found;
}

/** Codes of problems, errors as they are, the others with what they are. */
export function problemsOf({ problems }: MessageReview): readonly string[] {
  return problems.map(({ code, severity, waiver }) =>
    waiver === undefined ? (severity === 'error' ? code : `${severity}: ${code}`) : `waived: ${code}`,
  );
}
