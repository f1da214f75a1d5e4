import type { JsonSchema, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { JsonPointer } from '../../model/pointer.ts';
import { compileForFewValues, type ValidationFault } from '../../schema/validate.ts';
import { compileHyperjump, type Acceptance } from './hyperjump-validator.ts';
import { tellingFault } from './telling-fault.ts';

export interface JudgeOptions {
  /** Whether `format` refuses values. */
  readonly formats: 'assertion' | 'annotation';
}

/** What two independent validators say of one value; true: accepts, undefined: could not say. */
export interface Opinion {
  readonly ajv: boolean | undefined;
  readonly hyperjump: boolean | undefined;
}

/** Why a value is refused. */
export interface Refusal {
  /** The place in the value. */
  readonly instancePointer: JsonPointer;
  /** The place of the keyword in the schema, with every `$ref` followed. */
  readonly schemaPointer: JsonPointer;
  readonly keyword: string;
  /** What was expected and what was found. */
  readonly sentence: string;
}

/** A schema, ready to be asked about values. No question throws, and none leaves this process. */
export interface Judge {
  /** What both validators say of a value. */
  readonly opinion: (value: JsonValue) => Promise<Opinion>;
  /** Whether both accept it. Ajv, which takes longest to compile, is asked only when Hyperjump agrees. */
  readonly accepts: (value: JsonValue) => Promise<boolean>;
  /** Whether both refuse it, found out in the same order. */
  readonly refuses: (value: JsonValue) => Promise<boolean>;
  /** The place and keyword that refuse the value, as Ajv has them; undefined when Ajv accepts it or cannot say. */
  readonly refusal: (value: JsonValue) => Refusal | undefined;
}

/** A judge of one schema, read as the draft given, whatever its `$schema` says. Compiles with the first question. */
export function createJudge(schema: JsonSchema, dialect: Dialect, options: JudgeOptions): Judge {
  const assertFormats = options.formats === 'assertion';
  const validator = compileForFewValues(schema, dialect, { formats: assertFormats });
  let compiled: Promise<Acceptance> | undefined;
  const askHyperjump = async (value: JsonValue): Promise<boolean | undefined> => {
    compiled ??= compileHyperjump(schema, dialect, assertFormats);
    return (await compiled)(value);
  };
  // Whoever hears that a value is refused asks next why.
  let last: { readonly value: JsonValue; readonly faults: readonly ValidationFault[] } | undefined;
  const faultsOf = (value: JsonValue): readonly ValidationFault[] => {
    if (last?.value !== value) last = { value, faults: validator.faults(value) };
    return last.faults;
  };
  const askAjv = (value: JsonValue): boolean | undefined => {
    const [fault] = faultsOf(value);
    if (fault === undefined) return true;
    return fault.keyword === 'schema' ? undefined : false;
  };
  return {
    opinion: async (value) => ({ ajv: askAjv(value), hyperjump: await askHyperjump(value) }),
    accepts: async (value) => (await askHyperjump(value)) === true && askAjv(value) === true,
    refuses: async (value) => (await askHyperjump(value)) === false && askAjv(value) === false,
    refusal: (value) => {
      const fault = tellingFault(faultsOf(value));
      if (fault === undefined || fault.keyword === 'schema') return undefined;
      const { instancePointer, schemaPointer, keyword, reason } = fault;
      return { instancePointer, schemaPointer, keyword, sentence: reason };
    },
  };
}
