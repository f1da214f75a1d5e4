/** A file that a generator made: a value, until the output layer writes it. */
export interface GeneratedFile {
  /** Relative to the output directory, with forward slashes. */
  readonly path: string;
  /** LF line ends, and one at the end. */
  readonly content: string;
}
