import { comparisonRules } from '../../compare/rules/index.ts';
import { contentHash } from '../../contract/content-hash.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Severity } from '../../model/diagnostic.ts';
import type { Review } from '../../review/review.ts';
import { reviewProblemCodes } from '../../review/review.ts';
import { problemRules } from '../problem-rules.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { annotationsOf, type Annotation } from '../review-annotations.ts';
import { onOneLine } from '../shown-text.ts';

export const sarif: Reporter = {
  id: 'sarif',
  summary: 'SARIF 2.1.0, which code scanning services read',
  render: renderSarif,
};

interface Rule {
  readonly id: string;
  readonly summary: string;
  readonly help: string;
}

/** Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function renderSarif(review: Review, context: ReportContext): string {
  const annotations = annotationsOf(review);
  const rules = rulesOf(annotations);
  const driver = { name: 'event-catalog-review', rules: rules.map(ruleJson) };
  const run = {
    tool: { driver },
    automationDetails: { id: 'event-catalog-review/' },
    columnKind: 'utf16CodeUnits',
    results: results(annotations, rules, context),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Every problem that there can be, and of the diagnostics and comparison rules those that are spoken of. */
function rulesOf(annotations: readonly Annotation[]): readonly Rule[] {
  const problems = reviewProblemCodes.map((id) => ({ id, ...problemRules[id] }));
  const spoken = new Map(annotations.map((annotation) => [annotation.code, annotation]));
  const others = [...spoken.values()].filter(({ code }) => !problems.some(({ id }) => id === code)).map(ruleOf);
  return [...problems, ...others.toSorted((one, other) => (one.id < other.id ? -1 : 1))];
}

function ruleOf({ code, kind }: Annotation): Rule {
  if (kind === 'diagnostic')
    return { id: code, summary: 'A fault of the catalog itself.', help: 'Do what the message of the fault says.' };
  const rule = comparisonRules.find(({ id }) => id === code);
  return {
    id: code,
    summary: rule?.summary ?? 'A change of a schema.',
    help: 'This change alone breaks a payload. Take it back, make it optional, or publish a new message beside the old one.',
  };
}

function ruleJson({ id, summary, help }: Rule): JsonObject {
  return { id, shortDescription: { text: summary }, fullDescription: { text: summary }, help: { text: help } };
}

function results(
  annotations: readonly Annotation[],
  rules: readonly Rule[],
  { prefix }: ReportContext,
): readonly JsonObject[] {
  const seen = new Map<string, number>();
  return annotations.map((annotation) => {
    const identity = JSON.stringify(annotation.identity);
    const times = seen.get(identity) ?? 0;
    seen.set(identity, times + 1);
    return {
      ...resultJson(annotation, rules, prefix),
      partialFingerprints: { 'eventCatalogReview/v1': contentHash(times === 0 ? identity : `${identity} ${times}`) },
    };
  });
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function resultJson(annotation: Annotation, rules: readonly Rule[], prefix: string): JsonObject {
  const { code, severity, title, message, help, waiver } = annotation;
  const text = [`${title}.`, message, ...(help === '' ? [] : [help])].map(onOneLine).join(' ');
  const suppression = { kind: 'external', status: 'accepted', justification: waiver?.reason ?? '' };
  return {
    ruleId: code,
    ruleIndex: rules.findIndex(({ id }) => id === code),
    level: levels[severity],
    message: { text: escapeLinks(text) },
    locations: [locationJson(annotation, prefix)],
    ...(waiver === undefined ? {} : { suppressions: [suppression] }),
  };
}

/** In a plain text message `[a](b)` is a link, unless its brackets are escaped (section 3.11.6). */
function escapeLinks(text: string): string {
  return text.replaceAll(/[[\]\\]/g, (character) => `\\${character}`);
}

function locationJson({ file, line, column }: Annotation, prefix: string): JsonObject {
  const region: JsonValue = {
    ...(line === undefined ? {} : { startLine: line }),
    ...(line === undefined || column === undefined ? {} : { startColumn: column }),
  };
  const uri = `${prefix}${file}`.split('/').map(encodeSegment).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      ...(line === undefined ? {} : { region }),
    },
  };
}

/** Half surrogates have no place in an address. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
