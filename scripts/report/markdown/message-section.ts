import type { MessageReview } from '../../review/review.ts';
import { standingOf, standingWords } from '../review-summary.ts';
import { changeTitle, fateSentence } from '../review-words.ts';
import { changeSection } from './change-section.ts';
import type { Detail } from './detail.ts';
import { folded } from './folded.ts';
import { listUpTo } from './list-up-to.ts';
import { codeSpan, elementText, markdownSentence } from './markdown-text.ts';
import { faultItem, standingSigns } from './summary-section.ts';

/** How a message is shown: under a heading, or, where there are many of them, folded. */
export type SectionForm = 'heading' | 'open' | 'folded';

export function messageSection(message: MessageReview, detail: Detail, form: SectionForm): string {
  const standing = standingOf(message);
  const fate = fateSentence(message);
  const owners = message.owners.slice(0, 6).map(codeSpan).join(' ');
  const about = [
    { event: 'Event', command: 'Command', query: 'Query' }[message.kind],
    markdownSentence(message.name),
    codeSpan(message.file),
    ...(owners === '' ? [] : [`owned by ${owners}`]),
  ].join(' · ');
  const body = [
    about,
    ...(fate === '' ? [] : [markdownSentence(fate)]),
    listUpTo(message.problems.map(faultItem)),
    ...message.changes.map((change) => changeSection(change, message, detail)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
  if (form === 'heading')
    return `### ${standingSigns[standing]} ${codeSpan(message.id)} ${standingWords[standing]}\n\n${body}`;
  const titles = message.changes.map(changeTitle).join(', ');
  const facts = [standingWords[standing], ...(titles === '' ? [] : [titles])].join(' · ');
  const title = `${standingSigns[standing]} <code>${elementText(message.id)}</code> ${elementText(facts)}`;
  return folded(title, body, form === 'open');
}
