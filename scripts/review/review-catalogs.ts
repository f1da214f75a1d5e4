import type { CompareOptions } from '../compare/decide.ts';
import { schemaFaults } from '../contract/schema-faults.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { pairMessages } from './pair-messages.ts';
import { reviewMessage } from './review-message.ts';
import type { MessageReview, Review } from './review.ts';
import type { ReviewedCatalog } from './reviewed-catalog.ts';

export interface ReviewRequest {
  readonly base: ReviewedCatalog;
  readonly head: ReviewedCatalog;
  /** As the user named them. */
  readonly labels: { readonly base: string; readonly head: string };
  readonly notes: readonly string[];
  /** A calendar day, on which waivers and promises still hold or do not: `2026-11-25`. */
  readonly today: string;
  readonly limits: CompareOptions['limits'];
}

/** What the change from one catalog to another means for everybody who sends or reads its messages. */
export async function reviewCatalogs({ base, head, labels, notes, today, limits }: ReviewRequest): Promise<Review> {
  const messages: MessageReview[] = [];
  for (const pair of pairMessages(base.catalog.messages, head.catalog.messages)) {
    const review = await reviewMessage({ pair, base, head, today, limits });
    if (review !== undefined) messages.push(review);
  }
  const faults = await faultsOfTouched(messages, head);
  const diagnostics = newDiagnostics(base.diagnostics, [...head.diagnostics, ...faults]);
  const isBad =
    diagnostics.some(({ severity }) => severity === 'error') ||
    messages.some(({ problems }) =>
      problems.some(({ severity, waiver }) => severity === 'error' && waiver === undefined),
    );
  return { ...labels, messages, diagnostics, notes, isGood: !isBad };
}

/** A schema that its own draft refuses is found where somebody touches it: to look at all of them takes too long. */
async function faultsOfTouched(
  messages: readonly MessageReview[],
  { catalog, locate }: ReviewedCatalog,
): Promise<readonly Diagnostic[]> {
  const touched = new Set(messages.map(({ id }) => id));
  const faults = catalog.messages
    .filter(({ id }) => touched.has(id))
    .flatMap(({ schema }) => (schema === undefined ? [] : schemaFaults(schema)));
  const unique = new Map(faults.map((fault) => [JSON.stringify([fault.file, fault.pointer, fault.message]), fault]));
  return locate([...unique.values()]);
}

/** Faults that were there already are not this change's; where they stand may have moved. */
export function newDiagnostics(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const diagnostic of before) left.set(keyOf(diagnostic), (left.get(keyOf(diagnostic)) ?? 0) + 1);
  return after.filter((diagnostic) => {
    if (diagnostic.severity === 'info') return false;
    const many = left.get(keyOf(diagnostic)) ?? 0;
    left.set(keyOf(diagnostic), many - 1);
    return many <= 0;
  });
}

function keyOf({ code, file, message }: Diagnostic): string {
  return JSON.stringify([code, file, message]);
}
