import { cutText } from '../../schema/preview.ts';
import { quoteName, quoteText } from './phrases.ts';
import { midSentence } from './sentence-parts.ts';

/** How people speak of a place in a message. */
export interface PlaceLabel {
  /** `items[].price.amount`; empty at the top. */
  readonly path: string;
  /** At the start of a sentence. */
  readonly name: string;
  /** Follows the names of the properties below: ` in the variant ...`. */
  readonly context: string;
}

export const topLabel: PlaceLabel = { path: '', name: 'The message', context: '' };

export function propertyLabel(parent: PlaceLabel, name: string): PlaceLabel {
  return {
    path: joinPath(parent.path, segment(name)),
    name: `${quoteName(name)}${parent.context}`,
    context: parent.context,
  };
}

export function itemLabel(parent: PlaceLabel): PlaceLabel {
  return below(parent, `${parent.path}[]`, 'Each item of');
}

export function positionLabel(parent: PlaceLabel, index: number): PlaceLabel {
  return below(parent, `${parent.path}[${index}]`, `Item ${index + 1} of`);
}

export function otherItemLabel(parent: PlaceLabel): PlaceLabel {
  return below(parent, `${parent.path}[]`, 'Each further item of');
}

/** Properties that are not described one by one: of a map, each value. */
export function otherPropertyLabel(parent: PlaceLabel, isMap: boolean): PlaceLabel {
  return below(parent, joinPath(parent.path, '*'), isMap ? 'Each value of' : 'Each other property of');
}

export function patternLabel(parent: PlaceLabel, pattern: string): PlaceLabel {
  const { context } = parent;
  const name = `Each property of ${midSentence(parent.name)} that matches ${quoteText(pattern)}`;
  return { path: joinPath(parent.path, `*`), name, context };
}

export function propertyNameLabel(parent: PlaceLabel): PlaceLabel {
  return below(parent, parent.path, 'Each property name of');
}

export function containedLabel(parent: PlaceLabel): PlaceLabel {
  return below(parent, `${parent.path}[]`, 'The item that must be in');
}

/** One of several shapes; undefined: it is the only one. */
export function variantLabel({ path, name, context }: PlaceLabel, variant: string | undefined): PlaceLabel {
  if (variant === undefined) return { path, name, context };
  const words = ` in ${variant}`;
  return { path, name: `${name}${words}`, context: `${context}${words}` };
}

export function excludedLabel({ path, name, context }: PlaceLabel): PlaceLabel {
  return { path, name: `What ${midSentence(name)} must not be`, context: `${context} in what is excluded` };
}

export function conditionLabel({ path, name, context }: PlaceLabel): PlaceLabel {
  return { path, name: `The condition on ${midSentence(name)}`, context: `${context} in the condition` };
}

export function consequenceLabel({ path, name, context }: PlaceLabel, isMet: boolean): PlaceLabel {
  const words = isMet ? ' where the condition holds' : ' where the condition does not hold';
  return { path, name: `${name}${words}`, context: `${context}${words}` };
}

export function dependentLabel({ path, name, context }: PlaceLabel, trigger: string): PlaceLabel {
  const words = ` where ${quoteName(trigger)} is present`;
  return { path, name: `${name}${words}`, context: `${context}${words}` };
}

function below({ name, context }: PlaceLabel, path: string, words: string): PlaceLabel {
  return { path, name: `${words} ${midSentence(name)}`, context };
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function segment(name: string): string {
  return /^[^\s.`"\\[\]*]+$/u.test(name) ? cutText(name) : `[${quoteText(name)}]`;
}
