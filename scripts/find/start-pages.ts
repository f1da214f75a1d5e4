import { htmlText } from '../changes/markup-text.ts';
import { asciiName } from '../fields/field-anchor.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import { changeList } from './change-list.ts';
import { domainHeading, domainId, domainSection, serviceId } from './domain-section.ts';
import { findMessages, type FindSource, type FoundMessage } from './find-catalog.ts';
import { groupDomains, type DomainGroup } from './group-domains.ts';
import { counted } from './markup.ts';
import { pageShell } from './page-shell.ts';

/**
 * So many messages are listed on one page. In a larger catalog each domain has a page of its own: folded lists would
 * weigh as much as open ones, and the first page of 5,000 messages would be two megabytes.
 */
export const MOST_ON_ONE_PAGE = 300;

/** `index.html`, and in a large catalog a page for each domain. */
export function renderStartPages(source: FindSource): readonly GeneratedFile[] {
  const messages = findMessages(source);
  const groups = groupDomains(messages, source.outline);
  const { title } = source;
  const isLarge = messages.length > MOST_ON_ONE_PAGE;
  const files = isLarge ? fileNames(groups) : new Map<DomainGroup, string>();
  const sections = groups.map((group) => {
    const file = files.get(group);
    return file === undefined ? domainSection(group, '../') : domainCard(group, file);
  });
  const browse = sections.length === 0 ? '<p class="about">The catalog has no messages yet.</p>\n' : sections.join('');
  const body = `<div class="domains">\n${browse}</div>\n${changeList(source.changes, '../')}`;
  const ways = waysOf(messages, source);
  return [
    { path: 'index.html', content: pageShell({ title, pageTitle: undefined, root: '../', ways, body }) },
    ...[...files].map(([group, path]) => ({
      path,
      content: pageShell({
        title,
        pageTitle: group.domain?.name ?? 'Without a domain',
        root: '../../',
        ways,
        body: `<div class="domains">\n${domainSection(group, '../../')}</div>\n`,
      }),
    })),
  ];
}

/** A domain on the first page of a large catalog: its services, and the way to its own page. */
function domainCard(group: DomainGroup, file: string): string {
  const services = group.services.map(({ service, sends }) => {
    const count = sends.length === 0 ? '' : ` <span class="note">${counted(sends.length, 'message')}</span>`;
    return `<li><a href="${file}#${serviceId(service.id)}">${htmlText(service.name)}</a>${count}</li>\n`;
  });
  const list = services.length === 0 ? '' : `<ul class="services">\n${services.join('')}</ul>\n`;
  return `<section class="domain" aria-labelledby="${domainId(group.domain?.id)}">
${domainHeading(group, '../')}${list}<p class="where"><a href="${file}">All messages of ${htmlText(group.domain?.name ?? 'no domain')}</a></p>
</section>
`;
}

/** Two domains whose ids differ in case only would be one file on some systems. */
function fileNames(groups: readonly DomainGroup[]): ReadonlyMap<DomainGroup, string> {
  const taken = new Map<string, number>();
  return new Map(
    groups.map((group) => {
      // No encoded name has a letter like this one behind its `~`.
      const name = group.domain === undefined ? '~none' : asciiName(group.domain.id);
      const before = taken.get(name.toLowerCase()) ?? 0;
      taken.set(name.toLowerCase(), before + 1);
      return [group, `domains/${name}${before === 0 ? '' : `~${before + 1}`}.html`];
    }),
  );
}

/** The framework's own lists, as far as there is something in them. */
function waysOf(messages: readonly FoundMessage[], { outline }: FindSource): readonly (readonly [string, string])[] {
  const has = (kind: FoundMessage['kind']) => messages.some((message) => message.kind === kind);
  const ways = [
    [has('event'), 'discover/events/', 'Events'],
    [has('command'), 'discover/commands/', 'Commands'],
    [has('query'), 'discover/queries/', 'Queries'],
    [outline.services.some(({ collection }) => collection === 'services'), 'discover/services/', 'Services'],
    [outline.domains.length > 0, 'discover/domains/', 'Domains'],
    [messages.length > 0, 'schemas/explorer/', 'Schemas'],
  ] as const;
  return ways.filter(([isThere]) => isThere).map(([, path, words]) => [path, words]);
}
