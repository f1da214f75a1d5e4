import { escapeInvisible } from '../model/invisible-characters.ts';

/** One line for a comment of a program: white space becomes single spaces, and what does not show is written out. */
export function visibleText(text: string): string {
  return escapeInvisible(text.replaceAll(/\s+/g, ' ').trim());
}
