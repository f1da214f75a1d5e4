import type { Review } from '../review/review.ts';

/** What a reporter may know beside the review. */
export interface ReportContext {
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly hasColor: boolean;
  /** List every change, however many of one kind there are. */
  readonly isVerbose: boolean;
  /** The catalog's folder in the repository, with a slash at the end; empty at the top. Annotations need it. */
  readonly prefix: string;
}

/** One way to tell a review: one file in `reporters/` and one line in `reporters/index.ts`. */
export interface Reporter {
  /** As `--format` names it. */
  readonly id: string;
  /** For `--help`: a few words. */
  readonly summary: string;
  /** The whole report as one text, with a newline at its end. Deterministic. */
  readonly render: (review: Review, context: ReportContext) => string;
}
