import type { compile, Options } from 'json-schema-to-typescript';
import { librarySchema } from './library-schema.ts';
import { createPlaceholders } from './placeholders.ts';
import type { Declaration } from './type-node.ts';

/** The library's own idea of a legal name is narrower than TypeScript's, so it never sees ours. */
const LIBRARY_NAME = 'Declared';
const RENDERED = new RegExp(`^export (interface|type) ${LIBRARY_NAME}\\b(.*)$`, 'su');

/** There is no `$ref` left to resolve; should there be one, it must not reach for a file or the network. */
const OPTIONS: Partial<Options> = {
  $refOptions: { resolve: { external: false, file: false, http: false } },
  additionalProperties: false,
  bannerComment: '',
  cwd: '/',
  format: false,
};

/** The text of a declaration, not yet formatted. */
export async function printDeclaration(
  { name, doc, type }: Declaration,
  compileSchema: typeof compile,
): Promise<string> {
  const placeholders = createPlaceholders();
  const rendered = await compileSchema(librarySchema(type, placeholders), LIBRARY_NAME, OPTIONS);
  const [, kind, body] = RENDERED.exec(rendered) ?? [];
  if (kind === undefined || body === undefined)
    throw new Error(`json-schema-to-typescript rendered no type for ${name}.`);
  const comment = doc.length === 0 ? '' : `/**\n * ${doc.join('\n * ')}\n */\n`;
  return `${comment}export ${kind} ${name}${placeholders.restore(body)}`;
}
