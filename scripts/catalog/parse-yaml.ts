import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { diagnose } from '../model/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { JsonValue } from '../model/json.ts';
import { pointerSegments } from '../model/pointer.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { DEEPEST_NESTING, inexactNumber, isDeeperThan, reasonInText } from './parsed.ts';
import type { InexactNumber, Parsed, TextPosition } from './parsed.ts';
import { aliasFault, anchoredNodes } from './yaml-aliases.ts';

export interface YamlOptions {
  /** Lines of the file above the YAML text. */
  readonly linesAbove: number;
  /** The diagnostic for text that does not parse. */
  readonly invalid: 'yaml-invalid' | 'front-matter-invalid';
  /** Undefined: numbers are not judged, because they are read as they are written. */
  readonly inexact: InexactNumber | undefined;
}

type PlaceOf = (offset: number) => TextPosition & { readonly file: string };

/** YAML 1.2 with merge keys, as far as it is JSON: keys are text, `.inf` and `.nan` are faults. */
export function parseYaml(text: string, file: string, options: YamlOptions): Parsed {
  const lines = new LineCounter();
  const placeOf: PlaceOf = (offset) => ({ file, ...shift(lines.linePos(offset), options.linesAbove) });
  const top = { file, line: 1 + options.linesAbove, column: 1 };
  const tooDeep = diagnose('nesting-too-deep', { limit: DEEPEST_NESTING }, top);
  try {
    const document = read(text, lines);
    if (document.errors.some(({ message }) => message.startsWith(STACK_OVERFLOW)))
      return { value: undefined, diagnostics: [tooDeep] };
    if (document.errors.length > 0)
      return {
        value: undefined,
        diagnostics: document.errors.map((error) => syntaxFault(error, text, options, placeOf)),
      };
    if (document.contents === null)
      return { value: undefined, diagnostics: [diagnose(options.invalid, { reason: 'it is empty.' }, top)] };
    const parsed = toJson(document, options, placeOf);
    const isTooDeep = parsed.value !== undefined && isDeeperThan(parsed.value, DEEPEST_NESTING);
    return isTooDeep ? { value: undefined, diagnostics: [tooDeep] } : parsed;
  } catch (error) {
    if (error instanceof RangeError) return { value: undefined, diagnostics: [tooDeep] };
    throw error;
  }
}

/** The parser catches the engine's error, and passes its words on as one of its own. */
const STACK_OVERFLOW = 'Maximum call stack size exceeded';

/** Finds where places of a YAML text lie: the key where the pointer names one, else the item. */
export function placesInYaml(text: string, linesAbove: number): (pointer: JsonPointer) => TextPosition | undefined {
  const lines = new LineCounter();
  const document = read(text, lines);
  const anchored = anchoredNodes(document);
  return (pointer) => {
    let node: unknown = document.contents;
    let found: unknown = node;
    for (const segment of pointerSegments(pointer)) {
      node = anchored.get(node) ?? node;
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === segment);
        if (pair === undefined) break;
        found = pair.key;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)];
        if (node === undefined) break;
        found = node;
      } else break;
    }
    const offset = isNode(found) ? found.range?.[0] : undefined;
    return offset === undefined ? undefined : shift(lines.linePos(offset), linesAbove);
  };
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

function syntaxFault(error: YAMLError, text: string, options: YamlOptions, placeOf: PlaceOf): Diagnostic {
  const place = placeOf(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') return diagnose('key-duplicate', { key: wordAt(text, error.pos[0]) }, place);
  return diagnose(options.invalid, { reason: sentenceOf(reasonInText(text) ?? error.message) }, place);
}

function toJson(document: Document.Parsed, options: YamlOptions, placeOf: PlaceOf): Parsed {
  const alias = aliasFault(document);
  if (alias !== undefined) {
    const fault = diagnose(options.invalid, { reason: alias.reason }, placeOf(alias.offset));
    return { value: undefined, diagnostics: [fault] };
  }
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Scalar: (_key, node) => {
      const place = () => placeOf(node.range?.[0] ?? 0);
      const found = node.source ?? String(node.value);
      const isJudged = typeof node.value === 'number' && options.inexact !== undefined;
      const code = isJudged ? inexactNumber(found, options.inexact) : undefined;
      if (code !== undefined) diagnostics.push(diagnose(code, { found }, place()));
      if (typeof node.value === 'string' && !node.value.isWellFormed())
        diagnostics.push(diagnose('text-not-well-formed', {}, place()));
    },
  });
  try {
    // JSON is the only data that leaves here: it turns keys into text, and has no undefined and no dates.
    const value: JsonValue = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 }) ?? null));
    return { value, diagnostics };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const reason = sentenceOf(error instanceof Error ? error.message : String(error));
    return { value: undefined, diagnostics: [...diagnostics, diagnose(options.invalid, { reason }, placeOf(0))] };
  }
}

function sentenceOf(message: string): string {
  const [first = message] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]+/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
}
