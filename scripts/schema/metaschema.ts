import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv/dist/ajv.js';
import type { AnySchemaObject, ErrorObject } from 'ajv/dist/core.js';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import draft04 from 'ajv-draft-04';
import { isJsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { ajvOptions } from './ajv-instance.ts';
import { listing, preview } from './preview.ts';
import { refusalOf, refusalSentence } from './fault-sentence.ts';

type Metavalidator = (schema: JsonSchema) => readonly ErrorObject[];

/** Metaschemas never change, so each is compiled once, when it is first needed. */
const metavalidators = new Map<Dialect, Metavalidator>();

const metaOptions = { ...ajvOptions, code: { optimize: false }, meta: true, validateFormats: false } as const;

const metaschemaAddress: Readonly<Record<Dialect, string>> = {
  'draft-04': 'http://json-schema.org/draft-04/schema',
  'draft-06': 'http://json-schema.org/draft-06/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** What the metaschema of the draft refuses, one fault for each place. */
export function metaschemaFaults(
  schema: JsonSchema,
  dialect: Dialect,
): readonly { readonly pointer: JsonPointer; readonly reason: string }[] {
  try {
    const known = metavalidators.get(dialect) ?? createMetavalidator(dialect);
    metavalidators.set(dialect, known);
    return faultsOf(known(schema));
  } catch (error) {
    if (error instanceof RangeError) return [{ pointer: '', reason: 'the schema must not be nested so deeply' }];
    throw error;
  }
}

function createMetavalidator(dialect: Dialect): Metavalidator {
  const ajv = createMetaAjv(dialect);
  const accepts = ajv.getSchema(metaschemaAddress[dialect]);
  if (accepts === undefined) throw new Error(`Ajv has no metaschema for ${dialect}`);
  return (schema) => (accepts(schema) === true ? [] : (accepts.errors ?? []));
}

function createMetaAjv(dialect: Dialect): Ajv | Ajv2019 | Ajv2020 | InstanceType<typeof draft04.default> {
  if (dialect === 'draft-04') return new draft04.default(metaOptions);
  if (dialect === '2019-09') return new Ajv2019(metaOptions);
  if (dialect === '2020-12') return new Ajv2020(metaOptions);
  const metaschema: AnySchemaObject = draft06;
  return dialect === 'draft-06' ? new Ajv(metaOptions).addMetaSchema(metaschema) : new Ajv(metaOptions);
}

/**
 * Ajv reports every branch of an anyOf and the anyOf itself. Where a branch got further down, only what it says down
 * there is of use; where none did, the branches' demands become one sentence.
 */
function faultsOf(errors: readonly ErrorObject[]): readonly { pointer: JsonPointer; reason: string }[] {
  const unions = new Set(errors.filter(isUnion).map((error) => error.instancePath));
  const byPlace = Map.groupBy(
    errors.filter((error) => !isUnion(error)),
    (error) => error.instancePath,
  );
  const places = [...byPlace.keys()];
  return [...byPlace].flatMap(([pointer, found]) => {
    if (!unions.has(pointer)) return distinct(found.map((error) => toFault(pointer, error)));
    if (places.some((place) => place.startsWith(`${pointer}/`))) return [];
    return [{ pointer, reason: unionSentence(pointer, found) }];
  });
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

function toFault(pointer: JsonPointer, error: ErrorObject): { pointer: JsonPointer; reason: string } {
  return { pointer, reason: `${subjectOf(pointer)} ${refusalSentence(refusalOf(error))}` };
}

function unionSentence(pointer: JsonPointer, errors: readonly ErrorObject[]): string {
  const refusals = errors.map((error) => refusalOf(error));
  const members = refusals.filter(({ keyword }) => keyword === 'enum').flatMap(({ limit }) => itemsOf(limit));
  const value = refusals[0]?.value ?? null;
  const names = [...new Set(members.map((member) => (typeof member === 'string' ? member : preview(member))))];
  if (names.length > 0 && !isJsonObject(value)) {
    return `${subjectOf(pointer)} must be one of ${names.join(', ')}, found ${preview(value)}`;
  }
  const types = refusals.filter(({ keyword }) => keyword === 'type').flatMap(({ limit }) => itemsOf(limit));
  const first = errors.find((error) => error.keyword !== 'type') ?? errors[0];
  if (types.length === 0 && first !== undefined) return toFault(pointer, first).reason;
  const expected = [...new Set(types.map(String))];
  return `${subjectOf(pointer)} must be of type ${listing(expected)}, found ${preview(value)}`;
}

/** `"type"`, `"required[1]"`, or `the schema` for the root. */
function subjectOf(pointer: JsonPointer): string {
  const segments = pointerSegments(pointer);
  const last = segments.at(-1);
  if (last === undefined) return 'the schema';
  const parent = segments.at(-2);
  return /^\d+$/.test(last) && parent !== undefined ? `"${parent}[${last}]"` : `"${last}"`;
}

function distinct<Fault extends { readonly reason: string }>(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.reason, fault])).values()];
}

function itemsOf(limit: JsonValue | undefined): readonly JsonValue[] {
  if (limit === undefined) return [];
  return Array.isArray(limit) ? limit : [limit];
}
