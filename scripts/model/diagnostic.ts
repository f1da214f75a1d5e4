import type { JsonPointer } from './pointer.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A fault in the catalog, as data: collected, never thrown. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What was expected and what was found, in one sentence. */
  readonly message: string;
  /** What to do next. */
  readonly help: string;
  /** Path relative to the catalog, with forward slashes. */
  readonly file: string;
  /** Where in the file's data; the command line turns it into line and column. */
  readonly pointer?: JsonPointer;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}

/** Where a diagnostic points. */
export type DiagnosticPlace = Pick<Diagnostic, 'file' | 'pointer' | 'line' | 'column'>;
