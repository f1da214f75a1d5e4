import { fieldAnchor } from '../fields/field-anchor.ts';
import { escapeInvisible } from '../model/invisible-characters.ts';
import type { FieldIndex, FieldRow, IndexedMessage, IndexedParticipant } from './field-index.ts';
import type { FoundPage } from './full-text.ts';
import { highlight } from './highlight.ts';
import { plain, type Query } from './read-query.ts';
import type { Found } from './search-index.ts';
import { versionsText } from './versions-text.ts';
import { view, type ViewElement, type ViewNode } from './view-node.ts';

/** What all results of one search have in common. */
export interface ResultContext {
  readonly query: Query;
  /** The path of the site's home, with a slash at its end. */
  readonly root: string;
  readonly services: FieldIndex['services'];
}

const FOLDERS = { event: 'events', command: 'commands', query: 'queries' } as const;
const KINDS = { event: 'Event', command: 'Command', query: 'Query' } as const;

/** The groups of results, those without any left out. */
export function resultViews(found: Found, context: ResultContext): readonly ViewElement[] {
  const { messages, messageCount, fields, fieldCount } = found;
  return [
    ...group(
      'Messages',
      messageCount,
      messages.map((message) => messageView(message, context)),
      [],
    ),
    ...group(
      'Fields',
      fieldCount,
      fields.map((field) => fieldView(field, context)),
      fields.length < fieldCount ? [view('button', [`Show more of ${fieldCount} fields`], { className: 'more' })] : [],
    ),
  ];
}

export function pageViews(pages: readonly FoundPage[], context: ResultContext): readonly ViewElement[] {
  return group(
    'Pages',
    pages.length,
    pages.map((page) => pageView(page, context)),
    [],
  );
}

/** How many results there are, for those who do not see them. */
export function countText({ messageCount, fieldCount }: Found, pageCount: number): string {
  const counts = [
    [messageCount, 'message'],
    [fieldCount, 'field'],
    [pageCount, 'page'],
  ] as const;
  const texts = counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]));
  return texts.length === 0 ? 'Nothing found.' : `Found ${texts.join(', ')}.`;
}

function group(title: string, count: number, items: readonly ViewElement[], end: readonly ViewNode[]) {
  if (items.length === 0) return [];
  const id = `found-${title.toLowerCase()}`;
  const heading = view('h2', [`${title} `, view('span', [String(count)], { className: 'count' })], { id });
  return [view('section', [heading, view('ol', items, { className: 'hits' }), ...end], { labelledBy: id })];
}

function messageView(message: IndexedMessage, { query, root, services }: ResultContext): ViewElement {
  const { kind, id, name, summary, latest, versions } = message;
  const isLatest = ({ versions: places }: IndexedParticipant) => places.includes(latest);
  return view(
    'li',
    [
      link(hrefOf(message, latest, root), [view('span', marked(name, query, true))]),
      ...(plain(name) === plain(id) ? [] : [view('code', marked(id, query, true), { className: 'type' })]),
      note(`${KINDS[kind]} ${versions[latest] ?? ''}`),
      ...sentence(marked(summary, query, false), 'about'),
      ...where([
        ...by('Sent by', message.senders.filter(isLatest), [latest], message, services),
        ...by('Read by', message.readers.filter(isLatest), [latest], message, services),
      ]),
    ],
    { className: 'hit' },
  );
}

function fieldView(row: FieldRow, { query, root, services }: ResultContext): ViewElement {
  const { message, path, type, description, versions } = row;
  const version = versions.includes(message.latest) ? message.latest : (versions.at(-1) ?? message.latest);
  const readers = by('read by', row.readers, versions, message, services);
  return view(
    'li',
    [
      link(`${hrefOf(message, version, root)}#${fieldAnchor(path)}`, [view('code', marked(path, query, true))]),
      view('code', marked(type, query, false), { className: 'type' }),
      ...(row.isRequired ? [] : [note('optional')]),
      ...(row.isDeprecated ? [note('deprecated')] : []),
      ...sentence(marked(description, query, false), 'about'),
      ...where([
        ['In ', view('span', marked(message.name, query, true)), `, ${versionsText(versions, message)}`],
        ...by('sent by', row.senders, versions, message, services),
        ...(readers.length > 0 ? readers : [['read by nobody that the catalog knows']]),
      ]),
    ],
    { className: 'hit' },
  );
}

function pageView({ href, title, type, version, excerpt }: FoundPage, { query }: ResultContext): ViewElement {
  return view(
    'li',
    [
      link(href, [view('span', marked(title, query, true))]),
      note(`${type} ${version}`.trim()),
      ...sentence(marked(excerpt, query, false), 'about'),
    ],
    { className: 'hit' },
  );
}

function link(href: string, children: readonly ViewNode[]): ViewElement {
  return view('a', children, { className: 'hit-link', href });
}

function note(text: string): ViewElement {
  return view('span', [escapeInvisible(text)], { className: 'note' });
}

function sentence(children: readonly ViewNode[], className: string): readonly ViewElement[] {
  return children.length === 0 ? [] : [view('p', children, { className })];
}

/** `In Order placed, since 1.2.0 · sent by … · read by …` */
function where(parts: readonly (readonly ViewNode[])[]): readonly ViewElement[] {
  return sentence(
    parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])),
    'where',
  );
}

/** Each service once, with the versions where it is not in all that are spoken of. */
function by(
  words: string,
  participants: readonly IndexedParticipant[],
  versions: readonly number[],
  message: IndexedMessage,
  services: FieldIndex['services'],
): readonly (readonly ViewNode[])[] {
  const names = [...Map.groupBy(participants, ({ service }) => service)].map(([service, same]) => {
    const known = new Set(same.flatMap((one) => one.versions));
    const places = versions.filter((version) => known.has(version));
    const only = places.length === versions.length ? '' : ` (${versionsText(places, message)})`;
    return `${services[service]?.name ?? ''}${only}`;
  });
  return names.length === 0 ? [] : [[escapeInvisible(`${words} ${names.join(', ')}`)]];
}

function marked(text: string, { words, free }: Query, isName: boolean): readonly ViewNode[] {
  const raw = free.toLowerCase().split(/\s+/u);
  return highlight(escapeInvisible(text), isName ? words : [...new Set([...words, ...raw])], isName);
}

function hrefOf({ kind, id, versions }: IndexedMessage, version: number, root: string): string {
  const segments = [FOLDERS[kind], id, versions[version] ?? ''].map((segment) => encodeURIComponent(segment));
  return `${root}docs/${segments.join('/')}/`;
}
