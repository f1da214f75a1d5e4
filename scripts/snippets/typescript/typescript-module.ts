import type { ProgramRole } from '../client.ts';
import { kebabCase } from '../kebab-case.ts';
import { typescriptMemberName, typescriptString, typescriptWidth } from '../literals/typescript.ts';
import type { Program } from '../program.ts';
import { programComment } from '../program-comment.ts';

export const typescriptServers =
  "const servers = (process.env.KAFKA_BOOTSTRAP_SERVERS || 'localhost:9092').split(',');";

/** The `headers` of a record as a member of an object, in their order. */
export function typescriptHeaders(program: Program, margin: number): readonly string[] {
  const spaces = ' '.repeat(margin);
  return [
    `${spaces}headers: {`,
    ...program.headers.map(([name, value]) => `${spaces}  ${typescriptMemberName(name)}: ${typescriptString(value)},`),
    `${spaces}},`,
  ];
}

/** The end of a `try`: says what could not be done, and why. */
export function failure(what: string): readonly string[] {
  return [
    '} catch (error) {',
    '  const reason = error instanceof Error ? error.message : error;',
    `  console.error(\`${what} \${servers}: \${reason}\`);`,
    '  process.exitCode = 1;',
  ];
}

/** What a program calls itself to the broker; libraries refuse white space in it. */
export function clientId(program: Program, role: ProgramRole): string {
  return `${kebabCase(program.messageId)}-${role}`;
}

/** The comment on top, and blocks with an empty line around each. */
export function typescriptModule(
  program: Program,
  role: ProgramRole,
  commands: readonly string[],
  blocks: readonly (readonly string[])[],
): string {
  const comment = programComment(program, role, commands, {
    opening: '// ',
    width: typescriptWidth,
    // `// @ts-expect-error` at the start of a line would be obeyed.
    defuse: (text) => text.replaceAll('@ts-', '@ ts-'),
  });
  return `${comment}\n${blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')}`;
}
