import type { Severity } from '../../model/diagnostic.ts';
import type { Review } from '../../review/review.ts';
import { printable } from '../console.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { annotationsOf, type Annotation } from '../review-annotations.ts';
import { summarise } from '../review-summary.ts';
import { onOneLine } from '../shown-text.ts';

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
  const notes = review.notes.map((note) => command('notice', { title: 'Note' }, [note]));
  const annotations = annotationsOf(review).map((annotation) => annotationLine(annotation, context));
  const lines = [command('notice', { title: 'Event catalog review' }, [summary]), ...annotations, ...notes];
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
  return command(commands[severity], place, help === '' ? [message] : [message, help]);
}

function command(name: string, properties: Readonly<Record<string, string>>, lines: readonly string[]): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(printable(value))}`);
  return `::${name} ${listed.join(',')}::${escapeData(lines.map(onOneLine).join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
