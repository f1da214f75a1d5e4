import type { JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';
import type { Located, MergedSchema } from './merged-schema.ts';
import { quoteValue } from './phrases.ts';
import { midSentence } from './sentence-parts.ts';

interface AnnotationRuleFacts extends Omit<ComparisonRule, 'effects' | 'check'> {
  readonly keyword: string;
}

/** The rules of single annotations differ in their keyword only. */
export function annotationRule({ keyword, ...facts }: AnnotationRuleFacts): ComparisonRule {
  const check = ({ before, after, name }: SchemaPair): readonly RuleChange[] =>
    changedKeywords(before.annotations, after.annotations)
      .filter((change) => change.keyword === keyword)
      .map((change) => ({
        effect: 'annotates',
        sentence: `The ${keyword} of ${midSentence(name)} ${howItChanged(change.before?.value, change.after?.value, keyword === 'examples')}.`,
        beforePointer: change.before?.pointer,
        afterPointer: change.after?.pointer,
        keywords: [keyword],
      }));
  return { ...facts, effects: ['annotates'], check };
}

interface ChangedKeyword {
  readonly keyword: string;
  readonly before: Located<JsonValue> | undefined;
  readonly after: Located<JsonValue> | undefined;
}

/** The keywords that came, went, or have another value. */
export function changedKeywords(
  before: MergedSchema['annotations'],
  after: MergedSchema['annotations'],
): readonly ChangedKeyword[] {
  const keywords = new Set([...before.keys(), ...after.keys()]);
  return [...keywords]
    .map((keyword) => ({ keyword, before: before.get(keyword), after: after.get(keyword) }))
    .filter((change) => textOf(change.before) !== textOf(change.after));
}

function textOf(value: Located<JsonValue> | undefined): string | undefined {
  return value === undefined ? undefined : canonicalText(value.value);
}

/** `is now 2 (before: 1)`. Long texts are not shown: what differs may be what was cut. */
export function howItChanged(before: JsonValue | undefined, after: JsonValue | undefined, isPlural = false): string {
  const [was, is] = isPlural ? ['were', 'are'] : ['was', 'is'];
  if (after === undefined) return `${was} removed`;
  const isShort = [before, after].every((value) => value === undefined || JSON.stringify(value).length <= 60);
  if (before === undefined) return isShort ? `${is} now ${quoteValue(after)} (before: none)` : `${was} added`;
  return isShort ? `${is} now ${quoteValue(after)} (before: ${quoteValue(before)})` : 'changed';
}
