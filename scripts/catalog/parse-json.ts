import { findNodeAtLocation, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { diagnose } from '../model/diagnostics.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { JsonValue } from '../model/json.ts';
import { pointerSegments } from '../model/pointer.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { DEEPEST_NESTING, inexactNumber, isDeeperThan, positionsIn, reasonInText } from './parsed.ts';
import type { InexactNumber, Parsed, TextPosition } from './parsed.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** Strict JSON (RFC 8259). Repeated keys, numbers that a double cannot hold and half characters are faults. */
export function parseJson(text: string, file: string, inexact: InexactNumber = 'number-not-exact'): Parsed {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { value: undefined, diagnostics: syntaxFaults(text, file, error) };
  }
  if (isDeeperThan(value, DEEPEST_NESTING)) return { value: undefined, diagnostics: [tooDeep(file)] };
  return { value, diagnostics: silentLosses(text, file, inexact) };
}

/** Finds where places of a JSON text lie: the value, or the key where the pointer names a property. */
export function placesInJson(text: string): (pointer: JsonPointer) => TextPosition | undefined {
  const root = parseTree(text);
  const positionAt = positionsIn(text);
  return (pointer) => (root === undefined ? undefined : positionAt(nodeAt(root, pointerSegments(pointer)).offset));
}

function nodeAt(root: Node, segments: readonly string[]): Node {
  let node = root;
  for (const segment of segments) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
    if (next === undefined) break;
    node = next;
  }
  return node.parent?.type === 'property' ? node.parent : node;
}

function tooDeep(file: string): Diagnostic {
  return diagnose('nesting-too-deep', { limit: DEEPEST_NESTING }, { file, line: 1, column: 1 });
}

function syntaxFaults(text: string, file: string, error: unknown): readonly Diagnostic[] {
  const faults: ParseError[] = [];
  try {
    parseTree(text, faults, STRICT);
  } catch {
    return [tooDeep(file)];
  }
  const first = faults[0];
  const reason =
    reasonInText(text) ?? (first === undefined ? reasonOf(error) : sentenceOf(printParseErrorCode(first.error)));
  return [diagnose('json-invalid', { reason }, { file, ...positionsIn(text)(first?.offset ?? 0) })];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `PropertyNameExpected` reads as "property name expected". */
function sentenceOf(code: string): string {
  return code.replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

/** JSON.parse keeps the last of two equal keys and rounds numbers without a word; somebody wrote what it drops. */
function silentLosses(text: string, file: string, inexact: InexactNumber): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const keys: Set<string>[] = [];
  const positionAt = positionsIn(text);
  const place = (offset: number) => ({ file, ...positionAt(offset) });
  visit(text, {
    onObjectBegin: () => void keys.push(new Set()),
    onObjectEnd: () => void keys.pop(),
    onObjectProperty: (key, offset) => {
      if (keys.at(-1)?.has(key)) diagnostics.push(diagnose('key-duplicate', { key }, place(offset)));
      keys.at(-1)?.add(key);
      if (!key.isWellFormed()) diagnostics.push(diagnose('text-not-well-formed', {}, place(offset)));
    },
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'string' && !value.isWellFormed())
        diagnostics.push(diagnose('text-not-well-formed', {}, place(offset)));
      const found = text.slice(offset, offset + length);
      const code = typeof value === 'number' ? inexactNumber(found, inexact) : undefined;
      if (code !== undefined) diagnostics.push(diagnose(code, { found }, place(offset)));
    },
  });
  return diagnostics;
}
