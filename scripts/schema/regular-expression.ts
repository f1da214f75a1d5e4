/**
 * The regular expression of a `pattern`: ECMA 262 with the `u` flag, as the specification says, or without it for a
 * pattern that is valid only so (`\-` outside of a class). Throws a SyntaxError when it is neither.
 * A pattern with catastrophic backtracking stays one: JavaScript offers no way to bound a match.
 */
export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
