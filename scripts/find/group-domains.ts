import type { CatalogOutline, DomainOutline, ServiceOutline } from '../model/outline.ts';
import type { FoundMessage } from './find-catalog.ts';

/** A service, and what it sends and reads. */
export interface ServiceGroup {
  readonly service: ServiceOutline;
  readonly sends: readonly FoundMessage[];
  readonly reads: readonly FoundMessage[];
}

/** A domain with its services; without a domain: what belongs to none. */
export interface DomainGroup {
  readonly domain: DomainOutline | undefined;
  readonly services: readonly ServiceGroup[];
  /** Messages at home here that no service of the catalog sends. */
  readonly others: readonly FoundMessage[];
}

/** Domains by name, with their services by name. Nothing is left out: what belongs nowhere comes last. */
export function groupDomains(messages: readonly FoundMessage[], outline: CatalogOutline): readonly DomainGroup[] {
  const sent = messagesBy(messages, 'producers');
  const read = messagesBy(messages, 'consumers');
  const known = new Set(outline.services.map(({ id }) => id));
  const unsent = messages.filter(
    ({ versions }) => !versions.some(({ producers }) => producers.some(({ id }) => known.has(id))),
  );
  const homeOf = new Map(outline.services.map((service) => [service, homeOfService(service, outline.domains)]));
  const groupOf = (domain: DomainOutline | undefined): DomainGroup => ({
    domain,
    services: outline.services
      .filter((service) => homeOf.get(service) === domain)
      .toSorted(byName)
      .map((service) => ({ service, sends: sent.get(service.id) ?? [], reads: read.get(service.id) ?? [] })),
    others: unsent.filter((message) => message.domain === domain),
  });
  return [...outline.domains.toSorted(byName), undefined]
    .map(groupOf)
    .filter(({ domain, services, others }) => domain !== undefined || services.length + others.length > 0);
}

/** The narrowest domain around its folder, or else the first that names it. */
function homeOfService({ id, folder }: ServiceOutline, domains: readonly DomainOutline[]): DomainOutline | undefined {
  const around = domains
    .filter((domain) => folder.startsWith(domain.folder))
    .toSorted((left, right) => right.folder.length - left.folder.length);
  return around[0] ?? domains.find(({ services }) => services.includes(id));
}

function messagesBy(
  messages: readonly FoundMessage[],
  role: 'producers' | 'consumers',
): ReadonlyMap<string, readonly FoundMessage[]> {
  const pairs = messages.flatMap((message) =>
    [...new Set(message.versions.flatMap((version) => version[role].map(({ id }) => id)))].map(
      (id) => [id, message] as const,
    ),
  );
  return new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, same]) => [id, same.map(([, message]) => message)]));
}

function byName(left: { readonly name: string; readonly id: string }, right: typeof left): number {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
