import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { diagnose } from '../model/diagnostics.ts';
import type { DiagnosticCode } from '../model/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { JsonValue } from '../model/json.ts';
import { pointerSegments } from '../model/pointer.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { DEEPEST_NESTING, inexactNumber, isDeeperThan } from './parsed.ts';
import type { InexactNumber, Parsed, TextPosition } from './parsed.ts';

interface YamlOptions {
  /** Lines of the file above the YAML text. */
  readonly linesAbove: number;
  /** The diagnostic for text that does not parse. */
  readonly invalid: DiagnosticCode & ('yaml-invalid' | 'front-matter-invalid');
  readonly inexact?: InexactNumber;
}

export const WHOLE_FILE: YamlOptions = { linesAbove: 0, invalid: 'yaml-invalid' };

/** YAML 1.2 with merge keys, as far as it is JSON: keys are text, `.inf` and `.nan` are faults. */
export function parseYaml(text: string, file: string, options: YamlOptions = WHOLE_FILE): Parsed {
  const lines = new LineCounter();
  const document = read(text, lines);
  const placeOf = (offset: number) => ({ file, ...shift(lines.linePos(offset), options.linesAbove) });
  const faults = document.errors.map((error) => {
    const place = placeOf(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY') return diagnose('key-duplicate', { key: wordAt(text, error.pos[0]) }, place);
    return diagnose(options.invalid, { reason: sentenceOf(error.message) }, place);
  });
  if (faults.length > 0) return { value: undefined, diagnostics: faults };
  return toJson(document, options, placeOf);
}

/** Where a place of a YAML text lies: the key where the pointer names one, else the item. */
export function locateInYaml(text: string, pointer: JsonPointer, linesAbove = 0): TextPosition | undefined {
  const lines = new LineCounter();
  const document = read(text, lines);
  let node: unknown = document.contents;
  let found: unknown = node;
  for (const segment of pointerSegments(pointer)) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === segment);
      if (pair === undefined) break;
      found = pair.key;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      found = node;
    } else break;
  }
  const offset = isNode(found) ? found.range?.[0] : undefined;
  return offset === undefined ? undefined : shift(lines.linePos(offset), linesAbove);
}

/** The text of a scalar as it was written: `1.10`, which YAML reads as the number 1.1. */
export function writtenScalar(text: string, pointer: JsonPointer): string | undefined {
  const node = read(text, new LineCounter()).getIn(pointerSegments(pointer), true);
  return isScalar(node) ? node.source : undefined;
}

function read(text: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(text, { lineCounter, merge: true, prettyErrors: false, keepSourceTokens: false });
}

function shift(position: { readonly line: number; readonly col: number }, linesAbove: number): TextPosition {
  return { line: position.line + linesAbove, column: position.col };
}

function toJson(
  document: Document.Parsed,
  options: YamlOptions,
  placeOf: (offset: number) => TextPosition & { file: string },
): Parsed {
  const diagnostics: Diagnostic[] = [];
  const reject = (code: InexactNumber | 'text-not-well-formed', node: Node, found: string) =>
    diagnostics.push(diagnose(code, { found }, placeOf(node.range?.[0] ?? 0)));
  visit(document, {
    Scalar: (_key, node) => {
      const found = node.source ?? String(node.value);
      const code =
        typeof node.value === 'number' ? inexactNumber(found, options.inexact ?? 'number-not-exact') : undefined;
      if (code !== undefined) reject(code, node, found);
      if (typeof node.value === 'string' && !node.value.isWellFormed()) reject('text-not-well-formed', node, '');
    },
  });
  try {
    // JSON is the only data that leaves here: it turns keys into text, and has no undefined and no dates.
    const value: JsonValue = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? null));
    if (isDeeperThan(value, DEEPEST_NESTING))
      diagnostics.push(diagnose('nesting-too-deep', { limit: DEEPEST_NESTING }, placeOf(0)));
    return { value, diagnostics };
  } catch (error) {
    const reason = error instanceof Error ? sentenceOf(error.message) : String(error);
    return { value: undefined, diagnostics: [...diagnostics, diagnose(options.invalid, { reason }, placeOf(0))] };
  }
}

function sentenceOf(message: string): string {
  const [first = message] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? '';
}
