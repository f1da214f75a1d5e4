import { isDeeperThan } from './is-deeper-than.ts';
import { escapeInvisible } from '../../model/invisible-characters.ts';
import type { JsonPointer } from '../../model/pointer.ts';
import type { Effect, RuleChange } from '../rule.ts';
import { comparisonRules } from '../rules/index.ts';
import type { SchemaDocument } from './gather-places.ts';
import { walkPairs, type PairNode } from './walk-pairs.ts';
import { placesOfNode } from './node-places.ts';
import { propertyLabel, type PlaceLabel } from './place-label.ts';

/** A change between two schemas. */
export interface Change extends RuleChange {
  /** Id of the rule that found it, or of one of `walkFindings`. */
  readonly rule: string;
  /** What happens to the values of the whole place: under `not` the opposite of what the rule said. */
  readonly effect: Effect;
  /** Field path of the first place where it is reached: `items[].price.amount`; empty at the top. */
  readonly path: string;
  /** Every field path where it is reached, `path` first; at most 20. */
  readonly places: readonly string[];
  readonly isUnderNegation: boolean;
  /** Where the schemas stand that were seen as one, on either side. */
  readonly beforePlaces: readonly JsonPointer[];
  readonly afterPlaces: readonly JsonPointer[];
}

export interface FindChangesOptions {
  /** Whether `format` refuses values. On by default. */
  readonly formats?: boolean;
}

/** What the walk itself has to say, beside the rules. */
export const walkFindings = {
  refactored: 'Written differently; means the same.',
  'comparison-cut-short': 'The schemas are too deep or too large to tell every change.',
} as const;

/** Deeper schemas are not explained: nothing that people wrote is. */
const deepestNesting = 500;

/**
 * Every change between two schemas, in the order in which people read the older one. A change in a definition is told once,
 * where it stands, with the places that it is reached from. Never throws; hostile schemas end in `comparison-cut-short`.
 */
export function findChanges(
  before: SchemaDocument,
  after: SchemaDocument,
  { formats = true }: FindChangesOptions = {},
): readonly Change[] {
  if (isDeeperThan(before.schema, deepestNesting) || isDeeperThan(after.schema, deepestNesting)) {
    return [walkFinding('comparison-cut-short')];
  }
  const { nodes, isCutShort } = walkPairs(before, after, formats);
  const found = nodes.flatMap((node) => changesAt(node));
  const changes = withoutRepeats(found);
  if (isCutShort) return [...changes, walkFinding('comparison-cut-short')];
  if (changes.length > 0 || isSameText(before, after)) return changes;
  return [walkFinding('refactored')];
}

function walkFinding(rule: keyof typeof walkFindings): Change {
  return {
    rule,
    effect: 'annotates',
    sentence: walkFindings[rule],
    beforePointer: '',
    afterPointer: '',
    keywords: [],
    path: '',
    places: [''],
    isUnderNegation: false,
    beforePlaces: [],
    afterPlaces: [],
  };
}

function isSameText(before: SchemaDocument, after: SchemaDocument): boolean {
  return before.dialect === after.dialect && JSON.stringify(before.schema) === JSON.stringify(after.schema);
}

interface FoundChange {
  readonly change: Omit<Change, 'places'>;
  readonly node: PairNode;
}

function changesAt(node: PairNode): readonly FoundChange[] {
  return comparisonRules.flatMap(({ id, check }) =>
    check(node.pair).map((change) => ({
      node,
      change: {
        ...change,
        rule: id,
        effect: effectAbove(change.effect, node),
        sentence: escapeInvisible(change.sentence),
        path: pathOf(node.label, change),
        isUnderNegation: node.isUnderNegation,
        beforePlaces: node.pair.before.pointers,
        afterPlaces: node.pair.after.pointers,
      },
    })),
  );
}

function pathOf(label: PlaceLabel, { property }: RuleChange): string {
  return escapeInvisible(property === undefined ? label.path : propertyLabel(label, property).path);
}

function effectAbove(effect: Effect, { polarity }: PairNode): Effect {
  if (effect === 'annotates' || effect === 'replaces' || polarity === 'same') return effect;
  if (polarity === 'either') return 'replaces';
  return effect === 'narrows' ? 'widens' : 'narrows';
}

/** A definition that stands beside other keywords is met as part of several pairs: its changes are told once. */
function withoutRepeats(found: readonly FoundChange[]): readonly Change[] {
  const groups = Map.groupBy(found, ({ change }) =>
    JSON.stringify([change.rule, change.effect, change.beforePointer, change.afterPointer, markOf(change)]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = new Set([
      first.change.path,
      ...group.flatMap(({ node, change }) => placesOfNode(node).map((path) => pathOf({ ...node.label, path }, change))),
    ]);
    return [{ ...first.change, places: [...places].slice(0, 20) }];
  });
}

/** What the pointers do not tell apart: a change of one side only, at a place that the other side lacks. */
function markOf({ beforePointer, afterPointer, sentence }: Omit<Change, 'places'>): string {
  return beforePointer === undefined && afterPointer === undefined ? sentence : '';
}
