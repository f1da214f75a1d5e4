/** What the catalog says of a domain, as far as a list of its contents needs it. */
export interface DomainOutline {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  /** Ids of its services, agents and systems. */
  readonly services: readonly string[];
  /** The folder of its page, relative to the catalog: what lies below belongs to it. */
  readonly folder: string;
}

/** What the catalog says of a service or an agent. */
export interface ServiceOutline {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  /** EventCatalog's name of its collection, which is part of the address of its page; systems have none. */
  readonly collection: 'services' | 'agents' | 'systems';
  /** The folder of its page, relative to the catalog. */
  readonly folder: string;
}

/** The current version of each, in the order of their files. */
export interface CatalogOutline {
  readonly domains: readonly DomainOutline[];
  readonly services: readonly ServiceOutline[];
}
