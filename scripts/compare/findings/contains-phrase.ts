import { describeSchema } from './describe-schema.ts';
import type { Contains, MergedSchema } from './merged-schema.ts';

/** `at least 1 item that is "red"`. */
export function containsPhrase({ least, most, places }: Contains, { below }: MergedSchema): string {
  const amounts = [
    ...(least.value > 0 ? [`at least ${least.value}`] : []),
    ...(most === undefined ? [] : [`at most ${most.value}`]),
  ];
  const amount = least.value === most?.value ? `exactly ${least.value}` : amounts.join(' and ');
  return `${amount} ${(most ?? least).value === 1 ? 'item' : 'items'} of this kind: ${describeSchema(below(places))}`;
}
