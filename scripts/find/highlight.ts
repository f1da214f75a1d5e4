import { isWordStart, SHORTEST_WITHIN } from './match-text.ts';
import { view, type ViewNode } from './view-node.ts';

const SEPARATOR = /[\s._\-[\]/:]/u;

/**
 * A text in which the words of a search are marked. In names, what parts their words does not count: `customerid` is in
 * `customer_id`.
 */
export function highlight(text: string, words: readonly string[], isName: boolean): readonly ViewNode[] {
  const { plain, places } = withPlaces(text, isName);
  const isMarked = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = plain.indexOf(word); word !== '' && at !== -1; at = plain.indexOf(word, at + 1)) {
      if (!isName && word.length < SHORTEST_WITHIN && !isWordStart(plain, at)) continue;
      isMarked.fill(1, places[at], (places[at + word.length - 1] ?? 0) + 1);
    }
  }
  const parts: ViewNode[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isMarked[at] === isMarked[start]) continue;
    const part = text.slice(start, at);
    parts.push(isMarked[start] === 1 ? view('mark', [part]) : part);
    start = at;
  }
  return parts;
}

/** The text as it is compared, and where each unit of it stands in the text. */
function withPlaces(text: string, isName: boolean): { readonly plain: string; readonly places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (isName && SEPARATOR.test(unit)) continue;
    // Some letters are two in lower case.
    const lower = unit.toLowerCase();
    plain += lower;
    for (let part = 0; part < lower.length; part += 1) places.push(at);
  }
  return { plain, places };
}
