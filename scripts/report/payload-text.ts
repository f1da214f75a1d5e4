import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';
import { printable } from './console.ts';

/** A payload longer than this is cut: the JSON report has it whole. */
const MOST_LINES = 24;

/** A payload for the terminal: on one line where it fits, each line indented, long ones cut. */
export function payloadText(value: JsonValue, columns: number, indent: string): string {
  const lines = layOut(value, '', columns - indent.length);
  const cut =
    lines.length > MOST_LINES
      ? [...lines.slice(0, MOST_LINES - 1), `… and ${lines.length - MOST_LINES + 1} more lines`]
      : lines;
  return cut.map((line) => `${indent}${cutLine(printable(line), columns - indent.length)}`).join('\n');
}

function layOut(value: JsonValue, before: string, room: number): readonly string[] {
  const short = `${before}${JSON.stringify(value)}`;
  if (short.length <= room) return [spaced(value, before, room) ?? short];
  if (isJsonArray(value) && value.length > 0) {
    const items = value
      .slice(0, MOST_LINES + 1)
      .flatMap((item, at) => comma(layOut(item, '', room - 3), at < value.length - 1));
    return [`${before}[`, ...items.map((line) => `  ${line}`), ']'];
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) {
    const entries = Object.entries(value);
    const properties = entries.flatMap(([name, item], at) =>
      comma(layOut(item, `${JSON.stringify(name)}: `, room - 3), at < entries.length - 1),
    );
    return [`${before}{`, ...properties.map((line) => `  ${line}`), '}'];
  }
  return [short];
}

/** With spaces, where there is room for them. */
function spaced(value: JsonValue, before: string, room: number): string | undefined {
  const text = `${before}${airy(value)}`;
  return text.length <= room ? text : undefined;
}

function airy(value: JsonValue): string {
  if (isJsonArray(value)) return value.length === 0 ? '[]' : `[${value.map(airy).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([name, item]) => `${JSON.stringify(name)}: ${airy(item)}`).join(', ')} }`;
}

function comma(lines: readonly string[], isFollowed: boolean): readonly string[] {
  const last = lines.at(-1);
  return last === undefined || !isFollowed ? lines : lines.with(-1, `${last},`);
}

function cutLine(line: string, room: number): string {
  return line.length <= room ? line : `${line.slice(0, Math.max(1, room - 1))}…`;
}
