import type { Verdict } from '../../compare/verdict.ts';
import { standingWords, type Standing } from '../review-summary.ts';
import { verdictLooks } from '../review-words.ts';
import { htmlText } from './html-text.ts';

/** Colours that a style sheet knows; the word beside them says the same. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet';

const verdictTones: Readonly<Record<Verdict, Tone>> = { compatible: 'good', breaking: 'bad', unknown: 'warn' };

const standingTones: Readonly<Record<Standing, Tone>> = {
  fails: 'bad',
  waived: 'warn',
  breaks: 'warn',
  undecided: 'warn',
  safe: 'good',
  documentation: 'quiet',
};

const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warn: '!', quiet: '·' };

export function badge(tone: Tone, word: string): string {
  return `<span class="badge ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${htmlText(word)}</span>`;
}

export function verdictBadge(verdict: Verdict): string {
  return badge(verdictTones[verdict], verdictLooks[verdict].word);
}

export function standingBadge(standing: Standing): string {
  return badge(standingTones[standing], standingWords[standing]);
}

export function verdictTone(verdict: Verdict): Tone {
  return verdictTones[verdict];
}
