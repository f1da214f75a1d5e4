import type { MessageReview, Review } from '../../review/review.ts';
import { badge, standingBadge } from '../html/badge.ts';
import { htmlStyle } from '../html/html-style.ts';
import { htmlSentence, htmlText } from '../html/html-text.ts';
import { faultList, messageArticle } from '../html/message-article.ts';
import type { Reporter } from '../reporter.ts';
import { byImportance, standingOf, summarise } from '../review-summary.ts';
import { documentationSentence } from '../review-words.ts';

export const html: Reporter = {
  id: 'html',
  summary: 'one page that needs nothing else, to be read, printed and kept',
  render: renderHtml,
};

/** More messages than these have a table of contents. */
const MOST_WITHOUT_CONTENTS = 3;

/** The page runs no script and asks nobody for anything; its policy has the browser see to that. */
function renderHtml(review: Review): string {
  const messages = byImportance(review.messages);
  const documented = messages.filter((message) => standingOf(message) === 'documentation');
  const told = messages.filter((message) => !documented.includes(message));
  const { headline } = summarise(review);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(headline)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    pageHeader(review),
    contents(told),
    '<main>',
    aboutTheCatalog(review),
    ...told.map((message, index) => messageArticle(message, anchorOf(index))),
    ...(documented.length === 0 ? [] : [`<p class="facts">${htmlSentence(documentationSentence(documented))}</p>`]),
    '</main>',
    '</body>',
    '</html>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function pageHeader(review: Review): string {
  const { headline, compared, counts, ask } = summarise(review);
  return [
    '<header>',
    `<p class="eyebrow">Event catalog review · ${htmlText(compared)}</p>`,
    `<p>${review.isGood ? badge('good', 'passes') : badge('bad', 'fails')}</p>`,
    `<h1>${htmlText(headline)}</h1>`,
    `<p class="lead">${htmlText(counts)}</p>`,
    ...(ask === '' ? [] : [`<p class="ask">${htmlSentence(ask)}</p>`]),
    '</header>',
  ].join('\n');
}

function contents(messages: readonly MessageReview[]): string {
  if (messages.length <= MOST_WITHOUT_CONTENTS) return '';
  const items = messages.map(
    (message, index) =>
      `<li><a href="#${anchorOf(index)}">${htmlText(message.id)}</a> ${standingBadge(standingOf(message))}</li>`,
  );
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Messages</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
}

/** Ids of messages may hold anything; these do not. */
function anchorOf(index: number): string {
  return `message-${index + 1}`;
}

/** Notes of the run, and faults that the catalog has beside its messages. */
function aboutTheCatalog({ notes, diagnostics }: Review): string {
  if (notes.length === 0 && diagnostics.length === 0) return '';
  return [
    '<section class="box">',
    '<h2>The catalog itself</h2>',
    ...notes.map((note) => `<p>${htmlSentence(note)}</p>`),
    faultList(diagnostics),
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
