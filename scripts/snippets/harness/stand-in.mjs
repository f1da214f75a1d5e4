// Runs every TypeScript program of one client once, with a stand-in for its library that notes what producers send, and
// plays back to the first consumer what a topic might hold. Arguments: folder, number of programs, report file.

import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** What producers sent, with key, value and headers as text. */
export const sent = [];

/** What the consumer that is played to did. */
export const journal = [];

/** Value and message type of each record of the topic, by offset. */
const held = [
  ['{"event_id": "1", "future": {}}', 'OutOfStock'],
  ['{"event_id": "2"}'],
  ['{"event_id": "3"}', 'PriceChanged'],
  [undefined, 'OutOfStock'],
  ['\0avro', 'PriceChanged'],
  ['not JSON', 'OutOfStock'],
  ['"\xff"'],
  ['["\\ud800", "\xc3\xbc"]', ''],
];

/** What the next consumer finds: value (undefined: none), type (undefined: no header), and offset. */
export const played = [];

/** Lets programs import the members of a stand-in from the module of this name. */
export function standInFor(library, members) {
  globalThis.standIn = members;
  const source = Object.keys(members).map((name) => `export const ${name} = globalThis.standIn.${name};`);
  const url = `data:text/javascript,${encodeURIComponent(source.join('\n'))}`;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === library ? { url, shortCircuit: true } : next(specifier, context),
  });
}

const output = { log: '', error: '' };

async function run(path) {
  output.log = output.error = '';
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
  await import(path);
  if (process.exitCode) throw new Error(`${path}: ${output.error}`);
}

export async function runPrograms(client) {
  console.log = (line) => void (output.log += `${line}\n`);
  console.error = (line) => void (output.error += `${line}\n`);
  const [root, count, report] = process.argv.slice(2);
  for (let index = 0; index < Number(count); index += 1) {
    await run(`${root}/${index}/producer.${client}.ts`);
    await run(`${root}/${index}/consumer.${client}.ts`);
  }
  journal.length = 0;
  held.forEach(([value, type], offset) => {
    played.push({ value: value === undefined ? undefined : Buffer.from(value, 'latin1'), type, offset });
  });
  await run(`${root}/0/consumer.${client}.ts?again`);
  writeFileSync(report, JSON.stringify({ sent, out: output.log, err: output.error, journal }));
}
