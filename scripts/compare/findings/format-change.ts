import { formatCheckers } from '../../schema/formats.ts';
import type { Effect, RuleChange, SchemaPair } from '../rule.ts';
import { quoteText } from './phrases.ts';
import { midSentence } from './sentence-parts.ts';

/** Formats whose every text is one of the wider format, too. */
const widerFormat: Readonly<Record<string, string>> = { uri: 'uri-reference' };

/** What is to be said where one format took the place of another; undefined: no format. */
export function formatChange(
  { name, assertsFormats }: SchemaPair,
  before: string | undefined,
  after: string | undefined,
): Pick<RuleChange, 'effect' | 'sentence'> {
  const effect = effectOf(before, after, assertsFormats);
  const former = before === undefined ? 'none' : quoteText(before);
  if (effect === 'annotates') {
    const now = after === undefined ? 'was removed' : `is now ${quoteText(after)}`;
    return {
      effect,
      sentence: `The format of ${midSentence(name)}, which is not checked, ${now} (before: ${former}).`,
    };
  }
  if (after === undefined) return { effect, sentence: `${name} need no longer be in format ${former}.` };
  return {
    effect,
    sentence: `${name} must now be in format ${quoteText(after)} (before: ${before === undefined ? 'any' : former}).`,
  };
}

function effectOf(before: string | undefined, after: string | undefined, assertsFormats: boolean): Effect {
  const isChecked = (format: string | undefined): boolean =>
    assertsFormats && format !== undefined && Object.hasOwn(formatCheckers, format);
  if (!isChecked(before)) return isChecked(after) ? 'narrows' : 'annotates';
  if (!isChecked(after) || widerFormat[before ?? ''] === after) return 'widens';
  return widerFormat[after ?? ''] === before ? 'narrows' : 'replaces';
}
