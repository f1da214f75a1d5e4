import { quoteName } from '../compare/findings/phrases.ts';
import type { Direction } from '../compare/verdict.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { FilePlace, MessageReview, Review, VersionChange, Waiver } from '../review/review.ts';
import { exampleSentence } from './detail-words.ts';
import { arrangeFindings, brokenBy } from './review-findings.ts';
import { byImportance, isUnwaived, untoldExamples } from './review-summary.ts';
import { askedDirections, directionTitles, refusalSentence, waiverSentence } from './review-words.ts';

/** Something to say of a line of a file: what programs that show files want to know. */
export interface Annotation {
  readonly severity: Severity;
  /** Code of a problem or a diagnostic, or id of a comparison rule. */
  readonly code: string;
  readonly kind: 'problem' | 'finding' | 'example' | 'diagnostic';
  /** A few words: the message and the code. */
  readonly title: string;
  readonly message: string;
  /** What to do next; empty where that is in the message, or up to the reader. */
  readonly help: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly waiver: Waiver | undefined;
  /** What tells it from others, also when lines were added above it. */
  readonly identity: readonly string[];
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors first; among equals, problems before the changes that explain them, and messages that fail before others. */
export function annotationsOf(review: Review): readonly Annotation[] {
  const messages = byImportance(review.messages);
  const all = [
    ...messages.flatMap(problemAnnotations),
    ...diagnosticAnnotations(review),
    ...messages.flatMap((message) => message.changes.flatMap((change) => exampleAnnotations(change, message))),
    ...messages.flatMap((message) => message.changes.flatMap((change) => findingAnnotations(change, message))),
  ];
  return order.flatMap((severity) => all.filter((annotation) => annotation.severity === severity));
}

function problemAnnotations({ id, problems }: MessageReview): readonly Annotation[] {
  return problems.map((problem) => {
    const { code, severity, message, help, file, line, column, waiver } = problem;
    return {
      severity: waiver === undefined ? severity : 'info',
      code,
      kind: 'problem',
      title: `${id}: ${code}`,
      message: waiver === undefined ? message : `${message} ${waiverSentence(waiver)}`,
      help,
      file,
      line,
      column,
      waiver,
      identity: [code, id, file, message],
    };
  });
}

function diagnosticAnnotations({ diagnostics }: Review): readonly Annotation[] {
  return diagnostics.map(({ code, severity, message, help, file, line, column }) => ({
    severity,
    code,
    kind: 'diagnostic',
    title: code,
    message,
    help,
    file,
    line,
    column,
    waiver: undefined,
    identity: [code, file, message],
  }));
}

/** A change that breaks a direction that the mode asks for is as bad as the problem that this is. */
function findingAnnotations(change: VersionChange, { id, problems }: MessageReview): readonly Annotation[] {
  const isError = problems.some((problem) => problem.code === 'breaks-under-mode' && isUnwaived(problem));
  return arrangeFindings(change.findings, true).breaking.map(({ finding, before, after }) => {
    const broken = brokenBy(finding);
    const isAsked = broken.some((direction) => askedDirections(change.mode).includes(direction));
    const { rule, sentence, path } = finding;
    const { file, line, column }: FilePlace = after ?? before ?? { file: change.after.file };
    return {
      severity: isAsked && isError ? 'error' : 'warning',
      code: rule,
      kind: 'finding',
      title: `${id} ${change.after.version}: ${rule}`,
      message: [
        sentence,
        ...broken.map((direction) => brokenSentence(direction, finding.breaks[direction]?.refusal)),
      ].join(' '),
      help: '',
      file,
      line,
      column,
      waiver: undefined,
      identity: [rule, id, change.after.version, path, sentence],
    };
  });
}

function brokenSentence(direction: Direction, refusal: Parameters<typeof refusalSentence>[0] | undefined): string {
  const why = refusal === undefined ? '' : ` ${refusalSentence(refusal)}`;
  return `${directionTitles[direction]}: breaking.${why}`;
}

function exampleAnnotations(change: VersionChange, message: MessageReview): readonly Annotation[] {
  return untoldExamples(change, message).map((example) => ({
    severity: 'warning',
    code: 'example-fails',
    kind: 'example',
    title: `${message.id}: example-fails`,
    message: `An example of ${quoteName(message.id)} fails. ${exampleSentence(example)}`,
    help: 'Make the example fit the schema, or the schema fit the example.',
    file: example.file,
    line: undefined,
    column: undefined,
    waiver: undefined,
    identity: ['example-fails', message.id, change.after.version, example.file, example.pointer],
  }));
}
