import { htmlText } from '../changes/markup-text.ts';
import { asciiName } from '../fields/field-anchor.ts';
import type { FoundMessage } from './find-catalog.ts';
import type { DomainGroup, ServiceGroup } from './group-domains.ts';
import { codeText, counted, docsHref } from './markup.ts';

const FOLDERS = { event: 'events', command: 'commands', query: 'queries' } as const;
const KINDS = { event: 'Event', command: 'Command', query: 'Query' } as const;
const MOST_READERS = 6;

/** The heading of a domain: its name, and what it is for. `root` leads to the home of the site. */
export function domainHeading({ domain, services, others }: DomainGroup, root: string): string {
  const id = domainId(domain?.id);
  const sent = new Set([...services.flatMap(({ sends }) => sends), ...others]).size;
  const counts = [
    ...(services.length > 0 ? [counted(services.length, 'service')] : []),
    ...(sent > 0 ? [counted(sent, 'message')] : []),
  ].join(', ');
  const name =
    domain === undefined
      ? 'Without a domain'
      : `<a href="${docsHref(root, ['domains', domain.id, domain.version])}">${htmlText(domain.name)}</a>`;
  return `<h2 id="${id}">${name}</h2>
<p class="counts">${counts}</p>
${summary(domain?.summary ?? '')}`;
}

export function domainId(id: string | undefined): string {
  return id === undefined ? 'no-domain' : `domain-${asciiName(id)}`;
}

export function serviceId(id: string): string {
  return `service-${asciiName(id)}`;
}

/** A domain with all that it has. */
export function domainSection(group: DomainGroup, root: string): string {
  const { domain, services, others } = group;
  const rest =
    others.length === 0
      ? ''
      : `<h3>${services.length === 0 ? 'Messages' : 'Sent by no service of the catalog'}</h3>\n${messageList(others, root)}`;
  return `<section class="domain" aria-labelledby="${domainId(domain?.id)}">
${domainHeading(group, root)}${services.map((service) => serviceSection(service, root)).join('')}${rest}</section>
`;
}

function serviceSection({ service, sends, reads }: ServiceGroup, root: string): string {
  const { id, version, name, collection } = service;
  const shown =
    collection === 'systems'
      ? htmlText(name)
      : `<a href="${docsHref(root, [collection, id, version])}">${htmlText(name)}</a>`;
  const read = reads.map((message) => messageLink(message, root)).join(', ');
  return `<h3 id="${serviceId(id)}">${shown}</h3>
${summary(service.summary)}${sends.length === 0 ? '' : messageList(sends, root)}${read === '' ? '' : `<p class="reads">Reads ${read}</p>\n`}`;
}

function messageList(messages: readonly FoundMessage[], root: string): string {
  return `<ul class="messages">\n${messages.map((message) => messageItem(message, root)).join('')}</ul>\n`;
}

function messageItem(message: FoundMessage, root: string): string {
  const { kind, latest } = message;
  const names = [...new Set(latest.consumers.map(({ name }) => name))];
  const more = names.length - MOST_READERS;
  const readers =
    names.length === 0
      ? ''
      : `<p class="where">Read by ${htmlText(names.slice(0, MOST_READERS).join(', '))}${more > 0 ? ` and ${more} more` : ''}</p>`;
  return `<li>${messageLink(message, root)} <span class="note">${KINDS[kind]} ${htmlText(latest.version)}</span>${summary(message.summary).trimEnd()}${readers}</li>
`;
}

function messageLink({ kind, id, name, latest }: FoundMessage, root: string): string {
  return `<a href="${docsHref(root, [FOLDERS[kind], id, latest.version])}">${htmlText(name)}</a>`;
}

function summary(text: string): string {
  return text === '' ? '' : `<p class="about">${codeText(text)}</p>\n`;
}
