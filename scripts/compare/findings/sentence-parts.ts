import type { SchemaPair } from '../rule.ts';

/** ` in each item of ...`: which object a property belongs to; nothing at the top. */
export function inside({ name, isRoot }: Pick<SchemaPair, 'name' | 'isRoot'>): string {
  return isRoot ? '' : ` in ${midSentence(name)}`;
}

/** The name of a place as it stands within a sentence. */
export function midSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
