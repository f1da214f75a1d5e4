import { contentHash } from '../contract/content-hash.ts';
import { json } from '../contract/render-contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { findProvenance, provenanceSign, shortHash } from '../model/provenance.ts';
import type { Copy, CopyKind } from './copy.ts';

/** What a file has in it that holds a copy: one of these. `contracts` is the address of the folder of all contracts. */
export function signsOfCopies(contracts: string): readonly string[] {
  return [provenanceSign, contracts];
}

/** Every copy in the text of a file, in the order of its lines. */
export function findCopies(file: string, text: string, contracts: string): readonly Copy[] {
  const marked = findProvenance(text);
  if (marked.length === 0) return schemaCopy(file, text, contracts);
  const lines = text.split('\n');
  return marked.map(({ id, version, hash, line }, at) => {
    const end = Math.min(line + LINES_BELOW, (marked[at + 1]?.line ?? Infinity) - 1);
    return { file, line, kind: kindOf(lines.slice(line - 1, end).join('\n'), file), id, version, hash };
  });
}

/** So far below its provenance a copy says what it is. */
const LINES_BELOW = 12;

/** The sentences that programs and types begin with. Whoever cut them off has still a file with a name. */
const WORDS: readonly (readonly [RegExp, CopyKind])[] = [
  [/\bSends\s+the\s+(?:event|command|query)\b/, 'producer'],
  [/\bReads\s+the\s+(?:event|command|query)\b/, 'consumer'],
  [/\bThe\s+payload\s+of\s+the\s+(?:event|command|query)\b/, 'type'],
  [/<project\b/, 'project file'],
];

function kindOf(start: string, file: string): CopyKind {
  const found = WORDS.find(([words]) => words.test(start));
  return found?.[1] ?? (file.endsWith('.d.ts') ? 'type' : 'copy');
}

/** A published schema has its address as its id. */
function schemaCopy(file: string, text: string, contracts: string): readonly Copy[] {
  const { schema, hash } = parseSchema(text) ?? {};
  const address = schema?.['$id'] ?? schema?.['id'];
  if (schema === undefined || hash === undefined || typeof address !== 'string' || !address.startsWith(contracts))
    return [];
  const [id, version, name, ...more] = address.slice(contracts.length).split('/').map(decode);
  if (id === undefined || version === undefined || name !== 'schema.json' || more.length > 0) return [];
  const line = text.slice(0, Math.max(0, text.indexOf(address))).split('\n').length;
  return [{ file, line, kind: 'schema', id, version, hash, schema }];
}

/** The hash that the schema would have if it was published as it is here. */
function parseSchema(text: string): { readonly schema: JsonObject; readonly hash: string } | undefined {
  try {
    const schema: JsonValue = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isJsonObject(schema) ? { schema, hash: shortHash(contentHash(json(schema))) } : undefined;
  } catch {
    // No JSON; or nested so deep that nobody has published it.
    return undefined;
  }
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
