import type { Catalog } from '../model/catalog.ts';
import type { Compatibility } from '../model/compatibility.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { MessageSchema } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import type { FilePlace } from './review.ts';

/** One side of a review: a catalog as a commit has it, and what can be asked of its files. */
export interface ReviewedCatalog {
  readonly catalog: Catalog;
  /** `compatibility` of catalog.config.json. */
  readonly compatibility: Compatibility;
  /** With line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** Keys of the messages whose schema could not be loaded whole. */
  readonly brokenSchemas: ReadonlySet<string>;
  /** Finds the file, line and column of places of a bundled schema. */
  readonly placesIn: (schema: MessageSchema) => Promise<(pointer: JsonPointer) => FilePlace>;
  /** The text of a file; undefined where there is none. */
  readonly textOf: (file: string) => Promise<string | undefined>;
  /** Gives diagnostics their line and column. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => Promise<readonly Diagnostic[]>;
}
