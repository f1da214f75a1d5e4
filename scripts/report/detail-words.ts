import { listAll, quoteName } from '../compare/findings/phrases.ts';
import { directions } from '../compare/verdict.ts';
import type { DirectionVerdict } from '../compare/verdict.ts';
import type { ConsumerVerdict, EarlierVersion, FailingExample, PlacedFinding } from '../review/review.ts';
import { brokenBy } from './review-findings.ts';
import { noteOf, verdictLooks, withStop } from './review-words.ts';
import { counted } from './shown-text.ts';

/** What a consumer says that it reads. */
export function readsSentence({ fields }: ConsumerVerdict): string {
  return fields.length === 0 ? 'reads every field' : `reads ${listAll(fields.map(quoteName), 8)}`;
}

/** How a consumer fares: left as it is, and once it moves to the new version. */
export function consumerSentences({ asItIs, onceItMoves }: ConsumerVerdict): readonly string[] {
  const [now, then] = [consumerWord(asItIs), consumerWord(onceItMoves)];
  if (now === 'works.' && now === then) return ['Works as it is, and once it moves to the new version.'];
  return [`As it is, with new messages, it ${now}`, `Once it moves, with old messages, it ${then}`];
}

function consumerWord(verdict: DirectionVerdict): string {
  switch (verdict.verdict) {
    case 'compatible':
      return `works.${noteOf(verdict.note)}`;
    case 'breaking':
      return `breaks: ${withStop(verdict.refusal.sentence)}`;
    case 'unknown':
      return `needs a look: ${withStop(verdict.reason)}`;
  }
}

export function exampleSentence({ of, refusedBy, pointer, sentence }: FailingExample): string {
  const place = pointer === '' ? '' : `at ${quoteName(pointer)}, `;
  const whose = of === 'own' ? 'Its own schema' : 'The schema that came after it';
  return `${whose}, ${quoteName(refusedBy)}, refuses it: ${place}${withStop(sentence)}`;
}

/** What holds against a version that is older still. */
export function earlierSentence({ version, verdicts }: EarlierVersion): string {
  const [backward, forward] = directions.map((direction) => earlierWord(verdicts[direction]));
  return `${quoteName(version)}: messages that it allows, ${backward}; readers that are still on it, ${forward}.`;
}

function earlierWord(verdict: DirectionVerdict): string {
  const { word } = verdictLooks[verdict.verdict];
  switch (verdict.verdict) {
    case 'compatible':
      return word;
    case 'breaking':
      return `${word} (${verdict.refusal.sentence})`;
    case 'unknown':
      return `${word} (${verdict.reason})`;
  }
}

/** `breaks old messages and readers on the old version`; empty where it breaks nobody. */
export function breaksWords({ finding }: PlacedFinding): string {
  const whom = { backward: 'old messages', forward: 'readers on the old version' } as const;
  const broken = brokenBy(finding);
  return broken.length === 0 ? '' : `breaks ${broken.map((direction) => whom[direction]).join(' and ')}`;
}

/** Many changes of one kind, in a line. */
export function groupSentence(group: readonly PlacedFinding[]): string {
  const rule = group[0]?.finding.rule ?? 'change';
  const paths = group.map(({ finding }) => (finding.path === '' ? 'the top' : quoteName(finding.path)));
  return `${rule} ${counted(group.length, 'time')}, at ${listAll(paths, 8)}.`;
}

export function wordingSentence(wording: number): string {
  return `${counted(wording, 'change')} of wording, which ${wording === 1 ? 'means' : 'mean'} nothing to a validator.`;
}
