import type { SchemaComparison } from '../compare/compare-schemas.ts';
import type { Policy } from '../compare/decide.ts';
import type { Finding } from '../compare/explain-changes.ts';
import type { Effect } from '../compare/rule.ts';
import { directions, directionsOf, rolesOf } from '../compare/verdict.ts';
import type { Bump, Direction, DirectionVerdict, Mode } from '../compare/verdict.ts';
import { isJsonArray, isJsonObject, ownValue, type JsonValue } from '../model/json.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { printable, styled, wrap, type Console } from './console.ts';
import type { PlaceFinder, SourcePlace } from './comparison-json.ts';
import { payloadText } from './payload-text.ts';

export interface ComparisonReport {
  readonly comparison: SchemaComparison;
  /** What the report calls either side. */
  readonly labels: Readonly<Record<'before' | 'after', string>>;
  readonly places: PlaceFinder;
  readonly mode: Mode;
  readonly policy: Policy;
  /** Undefined where versions are not numbered so that it could be told. */
  readonly bump: Bump | undefined;
  readonly isSafe: boolean;
  /** Tell changes of one kind one by one, however many they are. */
  readonly isVerbose: boolean;
}

/** The report of one comparison: verdicts with their payloads first, then what changed, then what is to be done. */
export function comparisonText(report: ComparisonReport, console: Console): string {
  const { labels, comparison } = report;
  const title = `${styled(console, 'bold', printable(labels.before))} → ${styled(console, 'bold', printable(labels.after))}`;
  const blocks = comparison.isSameDocument
    ? [title, wrap('The two schemas are the same. Nothing can break.', console.columns, '')]
    : [
        title,
        ...directions.map((direction) => directionText(direction, report, console)),
        findingsText(report, console),
        outcomeText(report, console),
      ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const asks: Readonly<Record<Direction, string>> = {
  backward: 'old messages, readers on the new schema',
  forward: 'new messages, readers on the old schema',
};

const looks = {
  compatible: { sign: '✓', color: 'green', word: 'compatible' },
  breaking: { sign: '✗', color: 'red', word: 'breaking' },
  unknown: { sign: '?', color: 'yellow', word: 'needs a look' },
} as const;

function directionText(direction: Direction, report: ComparisonReport, console: Console): string {
  const verdict = report.comparison[direction];
  const { sign, color, word } = looks[verdict.verdict];
  const head = styled(console, color, `${sign} ${direction.padEnd(9)} ${word.padEnd(12)}`);
  return [
    `${head}  ${styled(console, 'dim', asks[direction])}`,
    ...verdictLines(verdict, direction, report, console),
  ].join('\n');
}

function verdictLines(
  verdict: DirectionVerdict,
  direction: Direction,
  { labels, places }: ComparisonReport,
  console: Console,
): readonly string[] {
  const { reader } = rolesOf[direction];
  switch (verdict.verdict) {
    case 'compatible':
      return verdict.note === undefined ? [] : [wrap(`Warning: ${verdict.note}.`, console.columns, '  ')];
    case 'unknown':
      return [wrap(printable(`Neither proved nor refuted: ${verdict.reason}.`), console.columns, '  ')];
    case 'breaking': {
      const { sentence, keyword, schemaPointer } = verdict.refusal;
      const place = placeText(places[reader](schemaPointer));
      return [
        wrap(`${printable(labels[reader])} refuses this payload:`, console.columns, '  '),
        payloadText(verdict.witness, console.columns, '    '),
        wrap(printable(`${sentence} ("${keyword}").`), console.columns, '  '),
        ...(place === '' ? [] : [styled(console, 'dim', `  ${place}`)]),
      ];
    }
  }
}

const effectSigns: Readonly<Record<Effect, string>> = { narrows: '-', widens: '+', replaces: '~', annotates: ' ' };

/** What breaks somebody comes first. Changes of wording are counted: they are what nobody needs to look at. */
function findingsText({ comparison, places, isVerbose }: ComparisonReport, console: Console): string {
  const findings = foldRequired(comparison.findings);
  const told = findings.filter(({ effect, rule }) => effect !== 'annotates' || !isWording(rule));
  const wording = findings.length - told.length;
  const breaking = told.filter(isBreaking);
  const others = told.filter((finding) => !isBreaking(finding));
  const groups = isVerbose ? others.map((finding) => [finding]) : groupAlike(others);
  const lines = [
    ...breaking.map((finding) => findingText(finding, places, console)),
    ...groups.map((group) => groupText(group, places, console)),
  ];
  const ofWording = `${count(wording, 'change')} of wording, which ${wording === 1 ? 'means' : 'mean'} nothing to a validator.`;
  const quiet = wording === 0 ? [] : [wrap(ofWording, console.columns, '    ')];
  if (lines.length === 0) return quiet.join('\n').trimStart();
  return [styled(console, 'bold', count(told.length, 'change')), ...lines, ...quiet].join('\n');
}

function isBreaking({ breaks }: Finding): boolean {
  return directions.some((direction) => breaks[direction] !== undefined);
}

/** More changes of one kind than this, which break nobody, are told as one. */
const MOST_ALIKE = 4;

function groupAlike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = Map.groupBy(findings, ({ rule, effect }) => `${rule} ${effect}`);
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_ALIKE ? [group] : group.map((finding) => [finding]),
  );
}

function groupText(group: readonly Finding[], places: PlaceFinder, console: Console): string {
  const [first] = group;
  if (first === undefined) return '';
  if (group.length === 1) return findingText(first, places, console);
  const paths = group.map(({ path }) => `\`${path}\``);
  const listed = paths.length > 8 ? `${paths.slice(0, 8).join(', ')} and ${paths.length - 8} more` : paths.join(', ');
  const text = wrap(
    printable(`${count(group.length, first.rule)} at ${listed} (--verbose lists them).`),
    console.columns,
    '    ',
  );
  return `  ${effectSigns[first.effect]} ${text.trimStart()}\n${styled(console, 'dim', `    ${first.rule} · ${first.effect}`)}`;
}

/** That a property was added and that it is required are two changes, but one thing to read about. */
function foldRequired(findings: readonly Finding[]): readonly Finding[] {
  const isFolded = (finding: Finding): boolean => partner(finding, findings) !== undefined;
  return findings
    .filter((finding) => !isFolded(finding))
    .map((finding) => {
      const folded = findings.filter((other) => partner(other, findings) === finding);
      return { ...finding, breaks: Object.assign({}, finding.breaks, ...folded.map(({ breaks }) => breaks)) };
    });
}

/** The finding that says already what one about `required` says. */
function partner({ rule, path }: Finding, findings: readonly Finding[]): Finding | undefined {
  const about = { 'required-property-added': 'property-added', 'required-property-removed': 'property-removed' };
  const wanted = Object.entries(about).find(([id]) => id === rule)?.[1];
  return wanted === undefined ? undefined : findings.find((other) => other.rule === wanted && other.path === path);
}

function isWording(rule: string): boolean {
  return /^(?:title|description|examples|annotation|draft|unknown-keyword)-changed$/.test(rule);
}

function findingText(finding: Finding, places: PlaceFinder, console: Console): string {
  const { effect, sentence, rule, breaks, beforePointer, afterPointer } = finding;
  const broken = directions.filter((direction) => breaks[direction] !== undefined);
  const text = wrap(printable(sentence), console.columns, '    ');
  const isDeep = finding.path.includes('.') || finding.path.includes('[');
  const facts = [
    ...(isDeep ? [printable(finding.path)] : []),
    rule,
    effect,
    ...(broken.length === 0 ? [] : [`breaks ${broken.join(' and ')}`]),
  ];
  const where = afterPointer === undefined ? beforePlace(beforePointer, places) : placeText(places.after(afterPointer));
  return [
    `  ${effectSigns[effect]} ${text.trimStart()}`,
    styled(console, 'dim', wrap(facts.join(' · '), console.columns, '    ')),
    ...(where === '' ? [] : [styled(console, 'dim', `    ${where}`)]),
    ...broken.flatMap((direction) => ownWitness(finding, direction, console)),
    ...elsewhere(finding, console),
  ].join('\n');
}

function beforePlace(pointer: string | undefined, places: PlaceFinder): string {
  const place = pointer === undefined ? '' : placeText(places.before(pointer));
  return place === '' ? '' : `was ${place}`;
}

function placeText({ file, line, column }: SourcePlace): string {
  if (file === undefined) return '';
  return printable(line === undefined ? file : `${file}:${line}:${column ?? 1}`);
}

/** A payload on one line, or, where it is too long, the value that is refused in it. */
function ownWitness({ breaks }: Finding, direction: Direction, console: Console): readonly string[] {
  const witness = breaks[direction];
  if (witness === undefined) return [];
  const { value, refusal } = witness;
  const room = console.columns - 9;
  const whole = printable(JSON.stringify(value));
  if (whole.length <= room) return [styled(console, 'dim', `    e.g. ${whole}`)];
  const refused = valueAt(value, refusal.instancePointer);
  if (refusal.instancePointer === '' || refused === undefined) return [];
  const part = printable(`${refusal.instancePointer}: ${JSON.stringify(refused)}`);
  return [styled(console, 'dim', `    e.g. ${part.length <= room ? part : `${part.slice(0, room - 1)}…`}`)];
}

function valueAt(value: JsonValue, pointer: JsonPointer): JsonValue | undefined {
  return pointerSegments(pointer).reduce<JsonValue | undefined>((found, segment) => {
    if (isJsonArray(found)) return found[Number(segment)];
    return isJsonObject(found) ? ownValue(found, segment) : undefined;
  }, value);
}

function elsewhere({ places }: Finding, console: Console): readonly string[] {
  if (places.length < 2) return [];
  return [wrap(printable(`Also at ${places.slice(1).join(', ')}.`), console.columns, '    ')];
}

function outcomeText({ comparison, mode, policy, bump, isSafe }: ComparisonReport, console: Console): string {
  const gate = `${mode} with the policy "${policy}"`;
  const outcome = isSafe
    ? styled(console, 'green', `Safe under ${gate}.`)
    : styled(console, 'red', `Not safe under ${gate}.`);
  const needed = bump === undefined ? '' : ` ${bumpSentence(bump)}`;
  const others = directions.filter(
    (direction) => !directionsOf(mode).includes(direction) && comparison[direction].verdict === 'breaking',
  );
  const but = isSafe && others.includes('forward') ? ' But consumers that are there already break: see forward.' : '';
  const old = isSafe && others.includes('backward') ? ' But messages that are there already break: see backward.' : '';
  return `${outcome}${wrapRest(`${needed}${but}${old}`, outcome, console)}`;
}

function bumpSentence(bump: Bump): string {
  return bump === 'none' ? 'It needs no new version.' : `It needs a new ${bump} version.`;
}

function wrapRest(rest: string, start: string, console: Console): string {
  if (rest === '') return '';
  return start.length + rest.length <= console.columns ? rest : `\n${wrap(rest.trim(), console.columns, '')}`;
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
