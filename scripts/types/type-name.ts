/** Names that every TypeScript program has already: a type that took one would hide it from its readers. */
const BUILT_IN = new Set(
  `Any Array ArrayBuffer Awaited Bigint BigInt Boolean Buffer Capitalize ConstructorParameters DataView Date Error
  Exclude Extract Function Generator Infinity InstanceType Iterable Iterator JSON Lowercase Map Math NaN Never
  NonNullable Null Number Object Omit Parameters Partial Pick Promise Proxy Readonly ReadonlyArray Record Reflect
  RegExp Required ReturnType Set String Symbol ThisType Undefined Uncapitalize Unknown Uppercase Void WeakMap
  WeakSet`.split(/\s+/),
);

/**
 * The name of the type that a message's payload has: PascalCase, a legal identifier, never the name of a built-in.
 * `out-of-stock` gives `OutOfStock`, `order.created.v2` gives `OrderCreatedV2`, `record` gives `RecordMessage`.
 */
export function typeNameOf(messageId: string): string {
  return safeName(messageId, 'Message');
}

/** The name of a definition's type, before it is made unique: `postal-address` gives `PostalAddress`. */
export function definitionNameOf(key: string): string {
  return safeName(key, 'Type');
}

/** The first of `name`, `name2`, `name3` … that is not taken. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}

/**
 * What may not stand in a name, and what only the newest compilers know as a letter: all beyond the basic plane, and what
 * Unicode 16 and 17 added to it.
 */
const BETWEEN_WORDS = /(?:[^\p{ID_Continue}]|[\u{10000}-\u{10ffff}\u1c89\u1c8a\ua7cb-\ua7f1]|_)+/u;

function safeName(text: string, suffix: string): string {
  const name = text
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .map((word) => upperFirst(word))
    .join('');
  if (name === '') return suffix;
  if (BUILT_IN.has(name)) return `${name}${suffix}`;
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

function upperFirst(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
