import { appendPointer } from '../../model/pointer.ts';
import { shellString } from '../literals/shell.ts';
import type { Program } from '../program.ts';
import { jsonString, jsonText } from './json-text.ts';

/**
 * A function that prints the example. Nothing reads the JSON on its way to Kafka: jq 1.6 would round long integers. In a
 * function, and not in `$(…)`, because the shell of macOS stumbles there over a quote in the text.
 */
export function shellExample(program: Program): readonly string[] {
  const { example, clockPaths } = program;
  if (clockPaths.length === 0) return heredoc("  cat <<'JSON'", jsonText(example, new Map()));
  const place = placeholder(JSON.stringify(example));
  const replaced = new Map(clockPaths.map((path) => [appendPointer('', ...path), `"${place}"`] as const));
  return heredoc(`  sed "s/${place}/$(date -u +%Y-%m-%dT%H:%M:%SZ)/g" <<'JSON'`, jsonText(example, replaced));
}

/** Lines that set `key`, read off `event`. */
export function shellRecordKey(path: readonly string[], key: unknown): readonly string[] {
  const field = path.map((name, index) =>
    isPlainName(name) ? `.${name}` : `${index === 0 ? '.' : ''}[${jsonString(name)}]`,
  );
  const filter = shellString(field.join('') || '.');
  if (typeof key !== 'string' || !key.endsWith('\n')) return [`key=$(printf '%s' "$event" | jq -r ${filter})`];
  return [
    '# $(…) drops line ends, unless something stands behind them.',
    `key=$(printf '%s' "$event" | jq -j ${filter} && printf .)`,
    'key=${key%.}',
  ];
}

function heredoc(command: string, text: string): readonly string[] {
  return ['event() {', command, text, 'JSON', '}'];
}

/** What the current time is put in place of: a text that the example does not have. */
function placeholder(json: string): string {
  let place = '@now@';
  for (let count = 2; json.includes(place); count += 1) place = `@now${count}@`;
  return place;
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z_0-9]*$/.test(name);
}
