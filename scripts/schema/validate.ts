import type { ErrorObject } from 'ajv/dist/core.js';
import { isJsonArray, isJsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { compileWithAjv } from './ajv-instance.ts';
import { checkSchema } from './check-schema.ts';
import { refusalOf, refusalSentence } from './fault-sentence.ts';
import { cutText } from './preview.ts';
import { prepareForAjv, type PreparedSchema } from './prepare-for-ajv.ts';
import type { SchemaPlace } from './walk.ts';

export { checkSchema, type SchemaFault } from './check-schema.ts';

/** One reason why a value is refused. */
export interface ValidationFault {
  /** The place in the value. */
  readonly instancePointer: JsonPointer;
  /** The place of the keyword in the schema, with every `$ref` followed. */
  readonly schemaPointer: JsonPointer;
  /** The keyword that refuses; `schema` when the schema itself is at fault. */
  readonly keyword: string;
  /** A sentence: what was expected and what was found. */
  readonly reason: string;
}

/** A schema that is ready to judge values. */
export interface Validator {
  /** Every reason to refuse the value; empty: it is valid. Never throws. */
  readonly faults: (value: JsonValue) => readonly ValidationFault[];
}

export interface ValidatorOptions {
  /** Whether `format` refuses values. On by default. */
  readonly formats?: boolean;
}

/**
 * Makes a validator; the schema is compiled with the first value. A schema that cannot be used (invalid, or with a
 * `$ref` that leads nowhere) refuses every value, and the fault says why. Never throws.
 *
 * Known limits: `$id` has no effect, so that a `$ref` is read against the whole document and a `$dynamicRef` leads to its
 * initial target; the fault of `unevaluatedItems: false` tells how many items are evaluated and not which; and a
 * `pattern` with catastrophic backtracking takes as long as it takes. What Ajv itself gets wrong is mended before it is
 * asked, in ajv-workarounds.ts.
 */
export function compileValidator(schema: JsonSchema, dialect: Dialect, options: ValidatorOptions = {}): Validator {
  return compileValidatorAt(schema, { pointer: '', schema }, dialect, options);
}

/** A validator for a part of a schema, whose references are read against the whole. */
export function compileValidatorAt(
  root: JsonSchema,
  start: SchemaPlace,
  dialect: Dialect,
  options: ValidatorOptions = {},
): Validator {
  let judge: Validator['faults'] | undefined;
  return {
    faults: (value) => {
      judge ??= createJudge(() => prepareForAjv(root, start, dialect), dialect, options);
      return judge(value);
    },
  };
}

/** Beyond so many compilations for some properties, one for all is cheaper. */
const MOST_NARROW = 2;

/**
 * The same as `compileValidator`, but cheaper where few values come: what the schema says of properties that no value
 * has is not compiled. Ajv takes milliseconds for a large schema, and the payload that breaks it has a handful of names.
 */
export function compileForFewValues(schema: JsonSchema, dialect: Dialect, options: ValidatorOptions = {}): Validator {
  const start = { pointer: '', schema };
  const names = new Set<string>();
  let compilations = 0;
  let judge: Validator['faults'] | undefined;
  const compile = (): Validator['faults'] => {
    compilations += 1;
    const isNarrow = compilations === 1 ? isUsable(schema, dialect) : compilations <= MOST_NARROW;
    if (!isNarrow) compilations = Infinity;
    return createJudge(() => prepareForAjv(schema, start, dialect, isNarrow ? names : undefined), dialect, options);
  };
  return {
    faults: (value) => {
      const known = names.size;
      addNames(value, names);
      if (judge === undefined || (names.size > known && compilations < Infinity)) judge = compile();
      return judge(value);
    },
  };
}

/** Whether Ajv can compile each part of a schema: a fault anywhere makes the whole of it unusable. */
function isUsable(schema: JsonSchema, dialect: Dialect): boolean {
  try {
    prepareForAjv(schema, { pointer: '', schema }, dialect);
    return checkSchema(schema, dialect).length === 0;
  } catch {
    return false;
  }
}

/** The names of all properties in a value, however deep it is. */
function addNames(value: JsonValue, names: Set<string>): void {
  const open = [value];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (isJsonArray(part)) for (const item of part) open.push(item);
    else if (isJsonObject(part)) {
      for (const [name, item] of Object.entries(part)) {
        names.add(name);
        open.push(item);
      }
    }
  }
}

function createJudge(
  prepare: () => PreparedSchema,
  dialect: Dialect,
  { formats = true }: ValidatorOptions,
): Validator['faults'] {
  try {
    const prepared = prepare();
    const errorsOf = compileWithAjv(prepared.schema, dialect, formats);
    return (value) => {
      try {
        return errorsOf(value).map((error) => toFault(error, prepared));
      } catch (error) {
        return [unusable(error, 'the value cannot be checked')];
      }
    };
  } catch (error) {
    const fault = unusable(error, 'no value can be checked, since the schema is not usable');
    return () => [fault];
  }
}

/** Ajv throws plain errors for schemas, and a RangeError where the nesting of schema or value is beyond its stack. */
function unusable(error: unknown, what: string): ValidationFault {
  const cause = error instanceof RangeError ? 'the nesting is too deep' : cutCause(error);
  return { instancePointer: '', schemaPointer: '', keyword: 'schema', reason: `${what}: ${cause}` };
}

function cutCause(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 200 ? `${message.slice(0, 200)}…` : message;
}

function toFault(error: ErrorObject, { pointerOf, closed }: PreparedSchema): ValidationFault {
  const keyword = closed.has(error.parentSchema) ? 'false schema' : error.keyword;
  const place = pointerOf.get(error.parentSchema) ?? '';
  const sentence = refusalSentence(refusalOf(error, keyword));
  const subject = error.instancePath === '' ? 'the value' : cutText(error.instancePath);
  const suffix = error.propertyName === undefined ? '' : ` (the name of the property ${cutText(error.propertyName)})`;
  return {
    instancePointer: error.instancePath,
    schemaPointer: keyword === 'false schema' ? place : appendPointer(place, keyword),
    keyword,
    reason: `${subject}${suffix} ${sentence}`,
  };
}
