import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Console } from './console.ts';
import { printable, styled, wrap } from './console.ts';

const COLOR = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Above this many of one kind, infos are counted and not listed. */
const LISTED_INFOS = 4;

/** Errors and warnings one by one, with place and next step; infos in a line each, or counted where they are many. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], console: Console, isVerbose: boolean): string {
  const isInfo = ({ severity }: Diagnostic) => severity === 'info';
  const faults = diagnostics
    .filter((diagnostic) => !isInfo(diagnostic))
    .map((diagnostic) => faultText(diagnostic, console));
  const infos = [...Map.groupBy(diagnostics.filter(isInfo), ({ code }) => code).values()].flatMap((group) =>
    infoLines(group, console, isVerbose),
  );
  return [...faults, ...infos].map((text) => `${text}\n`).join('');
}

function faultText(diagnostic: Diagnostic, console: Console): string {
  const severity = styled(console, COLOR[diagnostic.severity], diagnostic.severity);
  return [
    `${severity} ${styled(console, 'bold', placeText(diagnostic))} ${styled(console, 'dim', diagnostic.code)}`,
    wrap(printable(diagnostic.message), console.columns, '  '),
    wrap(printable(diagnostic.help), console.columns, '  > '),
  ].join('\n');
}

function infoLines(group: readonly Diagnostic[], console: Console, isVerbose: boolean): readonly string[] {
  const label = styled(console, 'blue', 'info');
  const [first] = group;
  if (first === undefined) return [];
  if (isVerbose) return group.map((diagnostic) => faultText(diagnostic, console));
  if (group.length <= LISTED_INFOS)
    return group.map(({ message }) => `${label} ${wrap(printable(message), console.columns - 5, '     ').trimStart()}`);
  const text = `${printable(first.message)} And ${group.length - 1} more like it (${first.code}; --verbose lists them).`;
  return [`${label} ${wrap(text, console.columns - 5, '     ').trimStart()}`];
}

/** `events/OutOfStock/schema.json:12:5`, which terminals and editors make a link. */
function placeText({ file, line, column }: Diagnostic): string {
  return printable(line === undefined ? file : `${file}:${line}:${column ?? 1}`);
}

/** `2 errors, 1 warning` */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] satisfies Severity[]).map((severity) => ({
    severity,
    count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}
