/** One way to read a path: so many levels of items down, and then by these names. */
export interface FieldPath {
  readonly items: number;
  readonly names: readonly string[];
}

/** `lines[].sku` leads by names; `[].sku`, where the payload itself is a list, may as well be a name that begins so. */
export function waysToRead(path: string): readonly FieldPath[] {
  const byNames = { items: 0, names: path.split('.') };
  const [whole, items = ''] = /^((?:\[\])+)(?=\.|$)\.?/.exec(path) ?? [];
  if (whole === undefined) return [byNames];
  const rest = path.slice(items.length);
  return [byNames, { items: items.length / 2, names: rest === '' ? [] : rest.slice(1).split('.') }];
}
