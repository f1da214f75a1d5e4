import { median } from './statistics.ts';

/** The part of a Lighthouse result that is read here. */
export interface LighthouseResult {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface Audit {
  readonly title: string;
  /** Null where it does not apply. */
  readonly score: number | null;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly Item[] };
}

interface Item extends Partial<NamedNode> {
  readonly node?: Partial<NamedNode>;
  /** Of a shift: how much it adds to the cumulative layout shift. */
  readonly score?: number;
  /** Of a list of tables. */
  readonly items?: readonly Item[];
  readonly subItems?: { readonly items: readonly { readonly cause: string }[] };
  readonly resourceType?: string;
  readonly transferSize?: number;
}

/** An element that Lighthouse speaks of. */
export interface NamedNode {
  /** `1,HTML,1,BODY,…`: at which place among its siblings each ancestor stands. */
  readonly path: string;
  /** May fit others as well. */
  readonly selector: string;
  readonly snippet: string;
}

export interface LayoutShift {
  /** What moved most. */
  readonly node: NamedNode;
  readonly score: number;
  /** As Lighthouse names them; often it names none. */
  readonly causes: readonly string[];
}

export interface FailedAudit {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly NamedNode[];
}

export interface Metric {
  readonly label: string;
  readonly digits: number;
  readonly of: (result: LighthouseResult) => number;
}

const score = (label: string, category: string): Metric => ({
  label,
  digits: 0,
  of: ({ categories }) => (categories[category]?.score ?? NaN) * 100,
});

const value = (label: string, audit: string, unit: number, digits: number): Metric => ({
  label,
  digits,
  of: ({ audits }) => (audits[audit]?.numericValue ?? NaN) / unit,
});

const transferred = (label: string, isCounted: (item: Item) => boolean): Metric => ({
  label,
  digits: 0,
  of: ({ audits }) => {
    const requests = audits['network-requests']?.details?.items ?? [];
    return requests.filter(isCounted).reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1024;
  },
});

export const METRICS: readonly Metric[] = [
  score('performance, of 100', 'performance'),
  score('accessibility, of 100', 'accessibility'),
  score('best practices, of 100', 'best-practices'),
  transferred('transferred: KiB', () => true),
  transferred('  of it JavaScript', ({ resourceType }) => resourceType === 'Script'),
  transferred('  of it the page', ({ resourceType }) => resourceType === 'Document'),
  value('cumulative layout shift', 'cumulative-layout-shift', 1, 3),
  value('first contentful paint: s', 'first-contentful-paint', 1000, 2),
  value('speed index: s', 'speed-index', 1000, 2),
  value('largest contentful paint: s', 'largest-contentful-paint', 1000, 2),
  value('total blocking time: ms', 'total-blocking-time', 1, 0),
];

/** The median of all rounds; NaN where no round says it. */
export function medianOf({ of }: Metric, results: readonly LighthouseResult[]): number {
  return median(results.map(of));
}

/** The element whose appearance is the largest contentful paint; undefined where none is named. */
export function largestElement({ audits }: LighthouseResult): NamedNode | undefined {
  const [node] = (audits['lcp-breakdown-insight']?.details?.items ?? []).flatMap(named);
  return node;
}

/** What moves while the page is loaded, in each group of shifts the largest first. */
export function layoutShifts({ audits }: LighthouseResult): readonly LayoutShift[] {
  const groups = audits['cls-culprits-insight']?.details?.items ?? [];
  return groups
    .flatMap(({ items = [] }) => items)
    .flatMap(({ node = {}, score: amount = 0, subItems }) =>
      named(node).map((element) => ({
        node: element,
        score: amount,
        causes: subItems?.items.map(({ cause }) => cause) ?? [],
      })),
    );
}

function named({ path, selector, snippet }: Partial<NamedNode>): readonly NamedNode[] {
  return path === undefined || selector === undefined || snippet === undefined ? [] : [{ path, selector, snippet }];
}

/** Accessibility audits that do not pass. */
export function failedAudits({ categories, audits }: LighthouseResult): readonly FailedAudit[] {
  return (categories['accessibility']?.auditRefs ?? []).flatMap(({ id }) => {
    const audit = audits[id];
    if (audit === undefined || audit.score === null || audit.score === 1) return [];
    const nodes = (audit.details?.items ?? []).flatMap(({ node = {} }) => named(node));
    return [{ id, title: audit.title, nodes }];
  });
}
