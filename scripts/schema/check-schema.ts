import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { metaschemaFaults } from './metaschema.ts';
import { cutText } from './preview.ts';
import { compilePattern } from './regular-expression.ts';
import { resolveLocalRef } from './resolve-local-ref.ts';
import { walkSchema, type SchemaPlace } from './walk.ts';

/** A fault of a schema itself. */
export interface SchemaFault {
  /** The place in the schema. */
  readonly pointer: JsonPointer;
  /** A sentence: what was expected and what was found. */
  readonly reason: string;
}

/**
 * The faults of a schema under its draft: what the metaschema refuses, regular expressions that do not parse, and local
 * references that lead nowhere. What a reference reaches outside of the known positions is checked too. Never throws.
 */
export function checkSchema(schema: JsonSchema, dialect: Dialect): readonly SchemaFault[] {
  const faults = new Map<string, SchemaFault>();
  const walked = new Set<JsonSchema>();
  const refs = new Set<string>();
  const open: SchemaPlace[] = [{ pointer: '', schema }];
  for (let start = open.pop(); start !== undefined; start = open.pop()) {
    for (const fault of faultsFrom(start, dialect, walked)) {
      if (!isRefFault(fault)) faults.set(`${fault.pointer}\n${fault.reason}`, fault);
      else if (!refs.has(fault.ref)) {
        const target = resolveLocalRef(schema, fault.ref, dialect);
        if (target === undefined) faults.set(`${fault.pointer}\n$ref`, refFault(fault));
        else refs.add(fault.ref);
        if (target !== undefined && typeof target.schema !== 'boolean' && !walked.has(target.schema))
          open.unshift(target);
      }
    }
  }
  return [...faults.values()];
}

interface UsedRef {
  readonly pointer: JsonPointer;
  readonly ref: string;
}

function isRefFault(found: SchemaFault | UsedRef): found is UsedRef {
  return 'ref' in found;
}

function refFault({ pointer, ref }: UsedRef): SchemaFault {
  return { pointer, reason: `"$ref" must lead to a schema in this document, found ${cutText(JSON.stringify(ref))}` };
}

function* faultsFrom(start: SchemaPlace, dialect: Dialect, walked: Set<JsonSchema>): Generator<SchemaFault | UsedRef> {
  if (walked.has(start.schema)) return;
  for (const fault of metaschemaFaults(start.schema, dialect)) {
    yield { ...fault, pointer: start.pointer + fault.pointer };
  }
  for (const place of walkSchema(start.schema, dialect)) {
    if (typeof place.schema === 'boolean') continue;
    walked.add(place.schema);
    const pointer = start.pointer + place.pointer;
    yield* patternFaults(place.schema, pointer);
    const ref = ownValue(place.schema, '$ref');
    if (typeof ref === 'string' && ref.startsWith('#')) yield { pointer: appendPointer(pointer, '$ref'), ref };
  }
}

function* patternFaults(schema: JsonObject, pointer: JsonPointer): Generator<SchemaFault> {
  const pattern = ownValue(schema, 'pattern');
  if (typeof pattern === 'string' && !isPattern(pattern)) {
    yield { pointer: appendPointer(pointer, 'pattern'), reason: patternSentence('"pattern" must be', pattern) };
  }
  for (const name of namesIn(ownValue(schema, 'patternProperties'))) {
    if (isPattern(name)) continue;
    const place = appendPointer(pointer, 'patternProperties', name);
    yield { pointer: place, reason: patternSentence('a name in "patternProperties" must be', name) };
  }
}

function patternSentence(subject: string, pattern: string): string {
  return `${subject} a regular expression (ECMA 262), found ${cutText(JSON.stringify(pattern))}`;
}

function isPattern(pattern: string): boolean {
  try {
    compilePattern(pattern);
    return true;
  } catch {
    return false;
  }
}

function namesIn(value: JsonValue | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
