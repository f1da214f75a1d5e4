import type { ProgramRole } from '../client.ts';
import { pythonString, pythonWidth } from '../literals/python.ts';
import type { Program } from '../program.ts';
import { programComment } from '../program-comment.ts';

/** The constants that both programs begin with. */
export function pythonConstants(program: Program): readonly string[] {
  return [
    'SERVERS = os.environ.get("KAFKA_BOOTSTRAP_SERVERS") or "localhost:9092"',
    `TOPIC = ${pythonString(program.topic)}`,
  ];
}

/** The headers of a record, in their order. */
export function pythonHeaders(program: Program): readonly string[] {
  return [
    'HEADERS = {',
    ...program.headers.map(([name, value]) => `    ${pythonString(name)}: ${pythonString(value)},`),
    '}',
  ];
}

export const utcNow = [
  'def utc_now() -> str:',
  '    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds")',
  '    return now.replace("+00:00", "Z")',
];

/** Python ends on a signal with a traceback; this lets the loop end by itself. */
export const stopOnSignals = [
  '    stopping = threading.Event()',
  '    for signum in (signal.SIGINT, signal.SIGTERM):',
  '        signal.signal(signum, lambda *_: stopping.set())',
];

export const runMain = ['if __name__ == "__main__":', '    main()'];

/** The comment on top, and blocks with two empty lines around what stands at the top level, as PEP 8 has it. */
export function pythonModule(
  program: Program,
  role: ProgramRole,
  commands: readonly string[],
  blocks: readonly (readonly string[])[],
): string {
  const comment = programComment(program, role, commands, {
    opening: '# ',
    width: pythonWidth,
    // PEP 263: in the first two lines this would declare the encoding of the file.
    defuse: (text) => text.replaceAll(/coding(?=[:=])/g, 'coding '),
  });
  return `${comment}\n${blocks.map((lines) => `${lines.join('\n')}\n`).join('\n\n')}`;
}

export function typingImport(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`from typing import ${names.join(', ')}`];
}
