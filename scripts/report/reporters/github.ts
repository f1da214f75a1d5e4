import type { Severity } from '../../model/diagnostic.ts';
import type { Review } from '../../review/review.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { annotationsOf, type Annotation } from '../review-annotations.ts';
import { summarise } from '../review-summary.ts';
import { onOneLine } from '../shown-text.ts';
import { workflowCommand } from '../workflow-command.ts';

export const github: Reporter = {
  id: 'github',
  summary: 'annotations of files, as GitHub Actions reads them in a log',
  render: renderGithub,
};

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * One workflow command a line. GitHub shows the first ten errors and the first ten warnings of a step, so the most
 * important come first. Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function renderGithub(review: Review, context: ReportContext): string {
  const { headline, compared, counts, ask } = summarise(review);
  const summary = [headline, `${compared}.`, counts, ask].filter((text) => text !== '').join(' ');
  const notes = review.notes.map((note) => workflowCommand('notice', { title: 'Note' }, [note]));
  const annotations = annotationsOf(review).map((annotation) => annotationLine(annotation, context));
  const lines = [workflowCommand('notice', { title: 'Event catalog review' }, [summary]), ...annotations, ...notes];
  return `${lines.join('\n')}\n`;
}

function annotationLine(annotation: Annotation, { prefix }: ReportContext): string {
  const { severity, title, message, help, file, line, column } = annotation;
  const place = {
    file: `${prefix}${file}`,
    ...(line === undefined ? {} : { line: String(line) }),
    ...(column === undefined ? {} : { col: String(column) }),
    title: onOneLine(title),
  };
  return workflowCommand(commands[severity], place, help === '' ? [message] : [message, help]);
}
