import type { MessageReview, Review } from '../../review/review.ts';
import { bytes, detailStages, fitting, leftOut, type Detail, type Missing } from '../markdown/detail.ts';
import { markdownSentence } from '../markdown/markdown-text.ts';
import { messageSection, type SectionForm } from '../markdown/message-section.ts';
import { summarySection } from '../markdown/summary-section.ts';
import type { Reporter } from '../reporter.ts';
import { byImportance, standingOf } from '../review-summary.ts';
import { documentationSentence } from '../review-words.ts';

export const markdown: Reporter = {
  id: 'markdown',
  summary: 'one comment for a pull request on GitHub',
  render: renderMarkdown,
};

/** By this line a workflow finds the comment that it wrote before. */
const MARKER = '<!-- event-catalog-review -->';

/** GitHub refuses comments of more than 65,536 characters; a character may have several bytes. */
const MOST_BYTES = 60_000;

/** More messages than these are folded; more than these that fail, too. */
const MOST_UNFOLDED = 3;

function renderMarkdown(review: Review): string {
  const renderings = detailStages.values().map((detail) => renderStage(review, detail));
  return renderings.find((text) => bytes(text) <= MOST_BYTES) ?? renderStage(review, detailStages.at(-1));
}

function renderStage(review: Review, detail: Detail | undefined): string {
  if (detail === undefined) return '';
  const messages = byImportance(review.messages);
  const documented = messages.filter((message) => standingOf(message) === 'documentation');
  const told = messages.filter((message) => !documented.includes(message));
  const detailed = told.filter((message) => detail.hasSafeMessages || standingOf(message) !== 'safe');
  const safe = told.length - detailed.length;
  const head = [MARKER, summarySection(review, told)];
  const words = documented.length === 0 ? [] : [markdownSentence(documentationSentence(documented))];
  const sections = detailed.map((message) => messageSection(message, detail, formOf(message, told)));
  const room =
    MOST_BYTES -
    bytes([...head, ...words, leftOutSentence(detail, { safe, others: sections.length })].join('\n\n')) -
    8;
  const shown = detail.hasAllMessages ? sections : fitting(sections, room);
  const foot = detail.hasDiffs ? [] : [leftOutSentence(detail, { safe, others: sections.length - shown.length })];
  return `${[...head, ...shown, ...words, ...foot].join('\n\n')}\n`;
}

/** What fails is open, where that is not much. */
function formOf(message: MessageReview, told: readonly MessageReview[]): SectionForm {
  if (told.length <= MOST_UNFOLDED) return 'heading';
  const failing = told.filter((one) => standingOf(one) === 'fails');
  return failing.includes(message) && failing.length <= MOST_UNFOLDED ? 'open' : 'folded';
}

function leftOutSentence(detail: Detail, missing: Missing): string {
  return `_Left out here, where there is not enough room: ${leftOut(detail, missing).join(', ')}. The whole report is in the artifact._`;
}
