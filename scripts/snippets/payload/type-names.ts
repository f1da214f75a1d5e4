/** Hands out names of types, each only once and none that means something else already. */
export class TypeNames {
  readonly #taken: Set<string>;

  /** @param taken names that the language knows and those that the program itself uses */
  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken);
  }

  /** The wish in Pascal case: `order line` gives `OrderLine`; when taken, with a suffix, then with a number. */
  claim(wish: string, suffix: string): string {
    const base = shortened(pascalCase(wish));
    for (let attempt = 0; ; attempt += 1) {
      const name = base + (attempt === 0 ? '' : suffix) + (attempt < 2 ? '' : String(attempt));
      if (!this.#taken.has(name)) {
        this.#taken.add(name);
        return name;
      }
    }
  }
}

/** A class gets a file of its own name from some compilers, and people read it. */
const LONGEST = 80;

/** The end of a long name says more than its start, which names what the type is in. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const end = name.slice(-LONGEST);
  const word = end.search(/[A-Z]/);
  return word === -1 ? `Value${end}` : end.slice(word);
}

/** `order-line` and `order line` give `OrderLine`; whatever is no ASCII letter or digit counts as a gap. */
export function pascalCase(text: string): string {
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
