import { printable } from './console.ts';
import { onOneLine } from './shown-text.ts';

/**
 * One line of a log that GitHub Actions obeys. Each of `lines` is a line of its message. Source:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(printable(value))}`);
  return `::${name} ${listed.join(',')}::${escapeData(lines.map(onOneLine).join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
