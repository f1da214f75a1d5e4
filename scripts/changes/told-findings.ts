import type { Finding } from '../compare/explain-changes.ts';
import { directions } from '../compare/verdict.ts';

/** Changes that no validator takes notice of. */
const WORDING = /^(?:title|description|examples|annotation|draft|unknown-keyword)-changed$/;

/** What says already that a property came or went, and so whether it is required. */
const FOLDED_INTO: Readonly<Record<string, string>> = {
  'required-property-added': 'property-added',
  'required-property-removed': 'property-removed',
};

/** The findings for people: what breaks somebody first, changes of wording last, and nothing twice. */
export function toldFindings(findings: readonly Finding[]): readonly Finding[] {
  const folded = foldRequired(findings);
  const ranks = [0, 1, 2].map((rank) => folded.filter((finding) => rankOf(finding) === rank));
  return ranks.flat();
}

export function isBreaking({ breaks }: Pick<Finding, 'breaks'>): boolean {
  return directions.some((direction) => breaks[direction] !== undefined);
}

function rankOf(finding: Finding): number {
  if (isBreaking(finding)) return 0;
  return finding.effect === 'annotates' && WORDING.test(finding.rule) ? 2 : 1;
}

/** That a property was added and that it is required are two changes, but one thing to read about. */
function foldRequired(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (rule: string, path: string) => JSON.stringify([rule, path]);
  const known = new Set(findings.map(({ rule, path }) => keyOf(rule, path)));
  const folded = Map.groupBy(findings, ({ rule, path }) => {
    const into = FOLDED_INTO[rule];
    return into !== undefined && known.has(keyOf(into, path)) ? keyOf(into, path) : undefined;
  });
  return (folded.get(undefined) ?? []).map((finding) => {
    const others = folded.get(keyOf(finding.rule, finding.path)) ?? [];
    return { ...finding, breaks: Object.assign({}, finding.breaks, ...others.map(({ breaks }) => breaks)) };
  });
}
