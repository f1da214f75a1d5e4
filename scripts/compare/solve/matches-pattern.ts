import { compilePattern } from '../../schema/regular-expression.ts';

/** Compiled patterns; cleared when there are many, so that a long batch does not grow. */
const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 2000;

/** Whether a text matches an ECMA pattern. A pattern that does not compile throws a SyntaxError. */
export function matchesPattern(source: string, text: string): boolean {
  let expression = compiled.get(source);
  if (expression === undefined) {
    expression = compilePattern(source);
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(source, expression);
  }
  return expression.test(text);
}
