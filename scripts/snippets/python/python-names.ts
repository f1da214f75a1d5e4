const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Capitalised built-in names, as Python 3.14 has them: a class of that name would hide them. */
const builtins =
  'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ' +
  'BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
  'ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ' +
  'ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ' +
  'ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
  'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented ' +
  'NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError ' +
  'PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning ' +
  'StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True ' +
  'TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ' +
  'UnicodeWarning UserWarning ValueError Warning WindowsError ZeroDivisionError';

/** What programs import from `typing`. */
export const typingNames = ['Any', 'Literal', 'NotRequired', 'TypeAlias', 'TypedDict'] as const;

/** Hands out class names, each only once and none that means something else already. */
export class PythonClassNames {
  readonly #taken: Set<string>;

  /** @param taken names that the program itself uses */
  constructor(taken: readonly string[]) {
    this.#taken = new Set([...builtins.split(' '), ...typingNames, ...taken]);
  }

  /** The wish as a class name: `order line` gives `OrderLine`; when taken, with a suffix, then with a number. */
  claim(wish: string, suffix: string): string {
    const base = pascalCase(wish);
    for (let attempt = 0; ; attempt += 1) {
      const name = base + (attempt === 0 ? '' : suffix) + (attempt < 2 ? '' : String(attempt));
      if (!this.#taken.has(name)) {
        this.#taken.add(name);
        return name;
      }
    }
  }
}

/** `order-line` and `order line` give `OrderLine`, whatever is no ASCII letter or digit counts as a gap. */
function pascalCase(text: string): string {
  const words = text.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(name) ? name : `Value${name}`;
}

/** `lines` gives `line`, as far as a rule of thumb goes. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^su]s$/i.test(name) ? name.slice(0, -1) : `${name}Item`;
}

/**
 * True when a name can be written as a field of a class. Python mangles names that begin with two underscores, and
 * folds some characters beyond ASCII into others.
 */
export function isPythonField(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !name.startsWith('__') && !keywords.has(name);
}
