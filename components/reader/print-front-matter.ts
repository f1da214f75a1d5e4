import type { ReadMessage } from './reader-data.ts';

/** What the page of a service says of a message that it reads. */
export function printFrontMatter({ message, version, channels }: ReadMessage, paths: readonly string[]): string {
  const from = channels.flatMap(({ id, version: of }) => [
    `      - id: ${scalar(id)}`,
    `        version: ${scalar(of)}`,
  ]);
  return [
    'receives:',
    `  - id: ${scalar(message)}`,
    `    version: ${scalar(version)}`,
    ...(paths.length === 0 ? [] : ['    fields:', ...paths.map((path) => `      - ${scalar(path)}`)]),
    ...(from.length === 0 ? [] : ['    from:', ...from]),
    '',
  ].join('\n');
}

/** Plain where YAML reads it as the same text, else in double quotes, which are those of JSON. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z_][\w.[\]/-]*$/.test(text) || /^\d+\.\d+\.\d+[\w.-]*$/.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
