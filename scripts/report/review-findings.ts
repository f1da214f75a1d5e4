import type { Finding } from '../compare/explain-changes.ts';
import { directions } from '../compare/verdict.ts';
import type { Direction } from '../compare/verdict.ts';
import type { PlacedFinding } from '../review/review.ts';

/** Findings as a reader wants them: what breaks somebody one by one, then the others, those of a kind together. */
export interface ArrangedFindings {
  readonly breaking: readonly PlacedFinding[];
  /** Groups of one rule and effect; of one finding where there are few alike. */
  readonly others: readonly (readonly PlacedFinding[])[];
  /** Changes of wording, which mean nothing to a validator. */
  readonly wording: number;
}

/** More changes of one kind than this, which break nobody, are told as one. */
const MOST_ALIKE = 4;

export function arrangeFindings(placed: readonly PlacedFinding[], isVerbose: boolean): ArrangedFindings {
  const folded = foldRequired(placed);
  const told = folded.filter(({ finding }) => finding.effect !== 'annotates' || !isWording(finding));
  const others = told.filter(({ finding }) => brokenBy(finding).length === 0);
  return {
    breaking: told.filter(({ finding }) => brokenBy(finding).length > 0),
    others: isVerbose ? others.map((finding) => [finding]) : groupAlike(others),
    wording: folded.length - told.length,
  };
}

/** The directions that a finding breaks. */
export function brokenBy({ breaks }: Finding): readonly Direction[] {
  return directions.filter((direction) => breaks[direction] !== undefined);
}

function groupAlike(placed: readonly PlacedFinding[]): readonly (readonly PlacedFinding[])[] {
  const groups = Map.groupBy(placed, ({ finding }) => `${finding.rule} ${finding.effect}`);
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_ALIKE ? [group] : group.map((finding) => [finding]),
  );
}

/** That a property was added and that it is required are two changes, but one thing to read about. */
function foldRequired(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const partners = new Map(placed.map((one) => [one, partner(one.finding, placed)]));
  return placed
    .filter((one) => partners.get(one) === undefined)
    .map((one) => {
      const folded = placed.filter((other) => partners.get(other) === one);
      const breaks = Object.assign({}, one.finding.breaks, ...folded.map(({ finding }) => finding.breaks));
      return { ...one, finding: { ...one.finding, breaks } };
    });
}

/** The finding that says already what one about `required` says. */
function partner({ rule, path }: Finding, placed: readonly PlacedFinding[]): PlacedFinding | undefined {
  const about = new Map([
    ['required-property-added', 'property-added'],
    ['required-property-removed', 'property-removed'],
  ]);
  const wanted = about.get(rule);
  return wanted === undefined
    ? undefined
    : placed.find(({ finding }) => finding.rule === wanted && finding.path === path);
}

function isWording({ rule }: Finding): boolean {
  return /^(?:title|description|examples|annotation|draft|unknown-keyword)-changed$/.test(rule);
}
