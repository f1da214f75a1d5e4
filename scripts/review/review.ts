import type { Finding } from '../compare/explain-changes.ts';
import type { Policy } from '../compare/decide.ts';
import type { Bump, Direction, DirectionVerdict } from '../compare/verdict.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CompatibilityMode, ReviewProblemCode, Waiver } from '../model/compatibility.ts';
import type { MessageKind } from '../model/message.ts';

export { reviewProblemCodes, type ReviewProblemCode, type Waiver } from '../model/compatibility.ts';

/** A mode as a catalog may ask for it. */
export type ReviewMode = CompatibilityMode;

/** What a change of a catalog means for those who send and read its messages. Plain data: reporters only print it. */
export interface Review {
  /** What was compared, as the user named it: `main`, `HEAD`, `the working directory`. */
  readonly base: string;
  readonly head: string;
  /** Every message that is touched, by id. */
  readonly messages: readonly MessageReview[];
  /** Faults of the head that the base does not have, with line and column. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the reader has to know of the run itself: "the history is cut off, so …". */
  readonly notes: readonly string[];
  /** Fails: some error is not waived. */
  readonly isGood: boolean;
}

/** One message, with everything that happened to it. */
export interface MessageReview {
  readonly kind: MessageKind;
  readonly id: string;
  readonly name: string;
  /** Ids of teams: whom to ask. */
  readonly owners: readonly string[];
  /** The page's file in the head; in the base where the message was removed. Relative to the catalog. */
  readonly file: string;
  readonly fate: 'added' | 'removed' | 'changed' | 'documentation';
  /** Its id in the base, where the message was renamed. */
  readonly renamedFrom?: string;
  /** Its folder in the base, where it was moved. */
  readonly movedFrom?: string;
  /** Ids of the teams whose services still read it, where it was removed. */
  readonly leftReaders?: readonly string[];
  /** Each version that is new or edited, with the version before it; oldest first. */
  readonly changes: readonly VersionChange[];
  /** What is wrong, errors first. */
  readonly problems: readonly ReviewProblem[];
}

/** One version against the one before it, or against itself as it was published. */
export interface VersionChange {
  readonly kind: 'new-version' | 'edited-in-place';
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly mode: ReviewMode;
  readonly policy: Policy;
  /** Undefined where there is nothing to compare; `reason` then says why. */
  readonly verdicts: Readonly<Record<Direction, DirectionVerdict>> | undefined;
  readonly reason?: string;
  /** The newer schema cannot be read, or is none: a fault says why. */
  readonly isUnreadable?: true;
  readonly isSameDocument: boolean;
  readonly isSameSet: boolean;
  /** What the mode asks for is proved. */
  readonly isSafe: boolean;
  /** Safe under the mode, but the other direction breaks: "minor, but existing consumers break". */
  readonly butBreaks?: Direction;
  readonly findings: readonly PlacedFinding[];
  /** Against versions that are older still, under a transitive mode; oldest first. */
  readonly earlier: readonly EarlierVersion[];
  /** The generated TypeScript type; empty where it did not change. */
  readonly typeDiff: readonly DiffLine[];
  readonly consumers: readonly ConsumerVerdict[];
  /** Undefined where the versions are no semantic versions, or nothing was compared. */
  readonly bump: BumpAdvice | undefined;
  readonly examples: readonly FailingExample[];
}

export interface ComparedVersion {
  readonly id: string;
  readonly version: string;
  /** The schema's file, or the page's where there is none; relative to the catalog. */
  readonly file: string;
}

/** A change between two schemas, and where it stands in the files that people wrote. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly before: FilePlace | undefined;
  readonly after: FilePlace | undefined;
}

export interface FilePlace {
  /** Relative to the catalog. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface EarlierVersion {
  readonly version: string;
  readonly verdicts: Readonly<Record<Direction, DirectionVerdict>>;
  readonly isSafe: boolean;
}

export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** What a change means for one consumer. */
export interface ConsumerVerdict {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly owners: readonly string[];
  /** What it says it reads (`items[].sku`); empty: everything. */
  readonly fields: readonly string[];
  /** New messages, and this consumer as it is. */
  readonly asItIs: DirectionVerdict;
  /** Old messages, and this consumer on the new version. */
  readonly onceItMoves: DirectionVerdict;
}

/** The part of the version number that had to be raised, and the part that was. */
export interface BumpAdvice {
  readonly needed: Bump;
  readonly made: Bump;
  readonly isEnough: boolean;
  /** A sentence. */
  readonly reason: string;
}

/** An example that its own schema, or the schema that came after it, refuses. */
export interface FailingExample {
  readonly file: string;
  /** The version whose schema refuses it. */
  readonly refusedBy: string;
  /** `earlier`: an example of the version before, which the new schema refuses. */
  readonly of: 'own' | 'earlier';
  /** What was expected and what was found. */
  readonly sentence: string;
  /** The place in the example. */
  readonly pointer: string;
}

/** Something that a reviewer must know, or must not let pass. */
export interface ReviewProblem {
  readonly code: ReviewProblemCode;
  /** Errors fail the review, unless waived. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do next. */
  readonly help: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The waiver that lets an error pass. */
  readonly waiver?: Waiver;
}
