import type { Compatibility } from './compatibility.ts';
import type { MessageVersion } from './message.ts';
import type { CatalogOutline } from './outline.ts';

/** An EventCatalog directory, read. */
export interface Catalog {
  /** Sorted by id, then from the oldest version to the newest. */
  readonly messages: readonly MessageVersion[];
  /** The domains that say how their messages may change, in the order of their files. */
  readonly domains?: readonly Domain[];
  readonly lostReaders?: readonly LostReader[];
  readonly outline?: CatalogOutline;
}

/** Somebody whose page says that it reads a message which the catalog does not have. */
export interface LostReader {
  readonly message: string;
  /** Its name. */
  readonly reader: string;
  /** Ids of teams or users. */
  readonly owners: readonly string[];
  readonly file: string;
}

/** A domain with rules of its own. */
export interface Domain {
  readonly id: string;
  readonly compatibility: Compatibility;
  /** Ids of its services. */
  readonly services: readonly string[];
  /** The folder of its page, relative to the catalog: what lies below belongs to it. */
  readonly folder: string;
}
