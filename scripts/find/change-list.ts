import type { CatalogChange } from '../changes/catalog-change.ts';
import { changeWords } from '../changes/change-words.ts';
import { htmlText } from '../changes/markup-text.ts';
import { codeText, docsHref } from './markup.ts';

const FOLDERS = { event: 'events', command: 'commands', query: 'queries' } as const;
const MOST_CHANGES = 10;

/** The latest changes of schemas, as far as their changelogs say when they came. Empty where there are none. */
export function changeList(changes: readonly CatalogChange[], root: string): string {
  const latest = changes
    .filter(({ change }) => !change.isSameDocument)
    .toReversed()
    .toSorted((left, right) => compareDates(right.date ?? '', left.date ?? ''))
    .slice(0, MOST_CHANGES);
  if (latest.length === 0) return '';
  return `<aside class="changes" aria-labelledby="latest-changes">
<h2 id="latest-changes">Latest changes</h2>
<ul>
${latest.map((change) => changeItem(change, root)).join('')}</ul>
<p class="where"><a href="${htmlText(root)}contracts/changes.xml">All changes, as a feed</a></p>
</aside>
`;
}

function compareDates(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function changeItem({ message, change, date }: CatalogChange, root: string): string {
  const { kind, id, version, name } = message;
  const day = date?.slice(0, 10) ?? '';
  const time = day === '' ? '' : `<time datetime="${htmlText(day)}">${htmlText(day)}</time>`;
  const isBreaking = [change.backward.verdict, change.forward.verdict].includes('breaking');
  return `<li><p class="when">${time}${isBreaking ? ' <strong>Breaking</strong>' : ''}</p><a href="${docsHref(root, [FOLDERS[kind], id, version])}">${htmlText(name)} ${htmlText(version)}</a><p class="about">${codeText(changeWords(change).summary)}</p></li>
`;
}
