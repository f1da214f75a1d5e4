import { branchName, describeSchema } from './describe-schema.ts';
import type { BranchGroup, MergedSchema, Places } from './merged-schema.ts';
import { quoteName } from './phrases.ts';

/** `3 variants: "card", "iban" and "cash"`. */
export function variantList({ branches }: BranchGroup, { below }: MergedSchema): string {
  const known = branches.map((places) => branchName(places, below));
  const names = known.map((name, index) =>
    name === undefined ? describeSchema(below(branches[index] ?? [])) : quoteName(name),
  );
  const separator = names.some((name) => name.includes(',')) ? '; ' : ', ';
  return `${names.length} variants: ${names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`].join(separator) : names.join(separator)}`;
}

/** `variant "card" (an object with ...)`. */
export function variantPhrase(places: Places, { below }: MergedSchema): string {
  const name = branchName(places, below);
  const description = describeSchema(below(places));
  return name === undefined ? `a variant: ${description}` : `the variant ${quoteName(name)} (${description})`;
}

/** What tells a variant from the others: its name, or its number. */
export function variantWords({ branches }: BranchGroup, places: Places, below: MergedSchema['below']): string {
  const names = branches.map((branch) => branchName(branch, below));
  const index = branches.indexOf(places);
  const name = names[index];
  const isAlone = name !== undefined && names.filter((other) => other === name).length === 1;
  return isAlone ? `the variant ${quoteName(name)}` : `variant ${index + 1}`;
}
