import { get, type Browser } from '@hyperjump/browser';
import {
  buildSchemaDocument,
  compile,
  interpret,
  type CompiledSchema,
  type SchemaDocument,
} from '@hyperjump/json-schema/experimental';
import { fromJs } from '@hyperjump/json-schema/instance/experimental';
import type { JsonSchema, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { dialectAddress } from './hyperjump-dialects.ts';
import { prepareForHyperjump } from './prepare-for-hyperjump.ts';

/** Says whether a value is accepted; undefined when it could not say. Never throws. */
export type Acceptance = (value: JsonValue) => boolean | undefined;

/** Every schema has the same address: none is registered, so none can be in another's way or stay in memory. */
const address = 'urn:judge:schema';

/** Compiles a schema with Hyperjump. A schema that it cannot use gives an acceptance that never says anything. */
export async function compileHyperjump(
  schema: JsonSchema,
  dialect: Dialect,
  assertFormats: boolean,
): Promise<Acceptance> {
  try {
    const compiled = await compileDocument(prepareForHyperjump(schema, dialect, assertFormats), dialect);
    return (value) => evaluate(compiled, value);
  } catch {
    return () => undefined;
  }
}

async function compileDocument(schema: JsonSchema, dialect: Dialect): Promise<CompiledSchema> {
  if (!isPlain<Parameters<typeof buildSchemaDocument>[0]>(schema)) throw new TypeError('not a schema');
  const document = buildSchemaDocument(schema, address, dialectAddress(dialect));
  // Without the mark Hyperjump asks a metaschema first, which is the caller's part, and looks in its registry for it.
  for (const resource of Object.values(document.embedded ?? {})) Object.assign(resource, { validated: true });
  const browser: Browser<SchemaDocument> & { readonly _cache: object } = {
    uri: document.baseUri,
    document,
    cursor: '',
    _cache: { [document.baseUri]: document },
  };
  return compile(await get(document.baseUri, browser));
}

function evaluate(compiled: CompiledSchema, value: JsonValue): boolean | undefined {
  try {
    return isPlain<Parameters<typeof fromJs>[0]>(value) ? interpret(compiled, fromJs(value), 'FLAG').valid : undefined;
  } catch {
    return undefined;
  }
}

/** Hyperjump's types want values that may be written to; it writes to none. */
function isPlain<Plain>(value: unknown): value is Plain {
  return value !== undefined;
}
