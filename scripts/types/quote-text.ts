import { escapeInvisible } from '../model/invisible-characters.ts';

/** A stranger's text as a string literal of TypeScript that shows all of its characters. */
export function quoteText(text: string): string {
  return escapeInvisible(JSON.stringify(text));
}
