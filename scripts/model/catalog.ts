import type { MessageVersion } from './message.ts';

/** An EventCatalog directory, read. */
export interface Catalog {
  /** Sorted by id, then from the oldest version to the newest. */
  readonly messages: readonly MessageVersion[];
}
