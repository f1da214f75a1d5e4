import type { CurrentProgram } from '../contract/proof.ts';
import { printable, wrap, type Console } from './console.ts';

/** What became of one run of a table; undefined: it was not asked for. */
export type Outcome = 'ok' | 'FAIL' | undefined;

/** Rows with a name each, and columns with a number each that stands before the names of clients. */
export function outcomeTable(
  title: string,
  rows: readonly string[],
  clients: readonly string[],
  outcome: (row: number, column: number) => Outcome,
): string {
  const names = rows.map(printable);
  const width = Math.max(...names.map((name) => name.length));
  const line = (name: string, columns: readonly string[]) =>
    `  ${name.padEnd(width)}${columns.map((column) => column.padStart(6)).join('')}\n`;
  const head = line(
    '',
    clients.map((_, column) => String(column + 1)),
  );
  const body = names.map((name, row) =>
    line(
      name,
      clients.map((_, column) => outcome(row, column) ?? '-'),
    ),
  );
  return `${title}\n\n${head}${body.join('')}`;
}

/** `1 kafka-python`: what the numbers of the columns stand for. */
export function clientNames(clients: readonly string[]): readonly string[] {
  return clients.map((client, index) => `${index + 1} ${client}`);
}

const MOST = 10;

/** Which programs have not run yet; empty when all have. */
export function notYetRunText(programs: readonly CurrentProgram[], console: Console, isVerbose: boolean): string {
  if (programs.length === 0) return '';
  const shown = isVerbose ? programs : programs.slice(0, MOST);
  const many = programs.length === 1 ? '1 program has' : `${programs.length} programs have`;
  const rest = programs.length - shown.length;
  return [
    wrap(`${many} not been run as it stands; \`catalog prove\` runs them against a real Kafka:`, console.columns, ''),
    ...shown.map(({ path }) => `  ${printable(path)}`),
    ...(rest > 0 ? [`  and ${rest} more (--verbose lists them)`] : []),
    '',
  ].join('\n');
}
