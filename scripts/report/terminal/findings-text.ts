import type { Effect } from '../../compare/rule.ts';
import type { PlacedFinding } from '../../review/review.ts';
import { arrangeFindings } from '../review-findings.ts';
import type { ReportContext } from '../reporter.ts';
import { breaksWords, groupSentence, wordingSentence } from '../detail-words.ts';
import { counted, placeText } from '../shown-text.ts';
import { dimmed, heading, item, paragraph } from './lines.ts';

const signs: Readonly<Record<Effect, string>> = { narrows: '-', widens: '+', replaces: '~', annotates: '·' };

/** What changed: what breaks somebody first, then the rest, those of a kind together. */
export function findingsText(findings: readonly PlacedFinding[], context: ReportContext): string {
  const { breaking, others, wording } = arrangeFindings(findings, context.isVerbose);
  const told = breaking.length + others.flat().length;
  const quiet = wording === 0 ? [] : [paragraph(wordingSentence(wording), '  ', context)];
  if (told === 0) return quiet.join('');
  return [
    heading(counted(told, 'change'), context),
    ...breaking.map((finding) => findingText(finding, context)),
    ...others.map((group) => groupText(group, context)),
    ...quiet,
  ].join('\n');
}

function groupText(group: readonly PlacedFinding[], context: ReportContext): string {
  const [first] = group;
  if (first === undefined) return '';
  if (group.length === 1) return findingText(first, context);
  const sentence = `${groupSentence(group)} --verbose lists them.`;
  return item(signs[first.finding.effect], sentence, '  ', context);
}

function findingText(placed: PlacedFinding, context: ReportContext): string {
  const { finding, before, after } = placed;
  const broken = breaksWords(placed);
  const facts = [finding.rule, finding.effect, ...(broken === '' ? [] : [broken])].join(' · ');
  const place = after === undefined ? before && `was ${placeText(before)}` : placeText(after);
  return [
    item(signs[finding.effect], finding.sentence, '  ', context),
    dimmed(facts, '    ', context),
    ...(place === undefined ? [] : [dimmed(place, '    ', context)]),
    ...(finding.places.length < 2
      ? []
      : [paragraph(`Also at ${finding.places.slice(1).join(', ')}.`, '    ', context)]),
  ].join('\n');
}
