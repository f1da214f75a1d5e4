import { appendPointer } from '../../model/pointer.ts';
import { keyFieldAt } from '../key-path.ts';
import { typescriptLiteral, typescriptMember } from '../literals/typescript.ts';
import type { Program } from '../program.ts';
import { nestedTooDeep, type Uncarriable } from '../uncarriable.ts';

/** The payload's type in a TypeScript program, imported under a name that means nothing else there. */
export interface TypescriptPayload {
  readonly typeName: string;
  /** The whole line. */
  readonly typeImport: string;
}

/** @param taken names that the program imports, defines or finds in its surroundings */
export function typescriptPayload(program: Program, taken: readonly string[]): TypescriptPayload {
  let typeName = program.typeName;
  while (taken.includes(typeName)) typeName += 'Payload';
  const imported = typeName === program.typeName ? typeName : `${program.typeName} as ${typeName}`;
  return { typeName, typeImport: `import type { ${imported} } from './types.d.ts';` };
}

/** The example as a literal behind `start`, with the current time wherever the schema asks for one. */
export function typescriptExample(program: Program, start: string): string {
  const now = 'new Date().toISOString()';
  const replaced = new Map(program.clockPaths.map((path) => [appendPointer('', ...path), now] as const));
  return start + typescriptLiteral(program.example, { margin: 0, column: start.length, replaced });
}

/** An expression for the record's key as a string, read off the variable `event`. */
export function typescriptRecordKey(program: Program, path: readonly string[]): string {
  const { isString, isRequired } = keyFieldAt(path, program);
  const steps = path.map((name, index) => {
    const member = typescriptMember(name);
    if (index === 0 || isRequired[index - 1] === true) return member;
    return member.startsWith('.') ? `?${member}` : `?.${member}`;
  });
  const field = `event${steps.join('')}`;
  return isString && isRequired.every(Boolean) ? field : `String(${field})`;
}

/** The compiler compares types down to about 50 levels, then reports an "excessive stack depth". */
const deepestNesting = 40;

export function typescriptUncarriable(program: Program): readonly Uncarriable[] {
  return nestedTooDeep(program.example, deepestNesting);
}
