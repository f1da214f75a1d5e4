import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { declareTypes, type Unexpressed } from './declarations.ts';
import { printDeclaration } from './print-declaration.ts';
import { commentLine } from './visible-text.ts';

export interface TypesRequest {
  /** Bundled: every `$ref` is local (`#`, `#/$defs/Sku`, `#/properties/lines/items`, or the name of an anchor). */
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
  /** The name of the exported type of the whole schema; a legal identifier. */
  readonly typeName: string;
  /** True to let every object that does not forbid it have further properties. */
  readonly openObjects: boolean;
  /** Plain text, one line each, for the comment at the top. */
  readonly header: readonly string[];
}

/** So many parts that the types do not express are listed. */
const MOST_LISTED = 50;

/**
 * A schema as the text of a TypeScript file that exports its type, and one type for each definition in use. Throws an
 * Error when a `$ref` leads nowhere, or in a circle that no type can stand for.
 */
export async function renderTypes(request: TypesRequest): Promise<string> {
  const { declarations, unexpressed } = declareTypes(request);
  // Loaded here, because loading takes longer than most commands that need no types.
  const [{ compile }, { format }] = await Promise.all([import('json-schema-to-typescript'), import('prettier')]);
  const printed: string[] = [];
  for (const declaration of declarations) printed.push(await printDeclaration(declaration, compile));
  const sections = [comment(request.header), comment(unexpressedLines(unexpressed)), ...printed];
  const text = sections.filter((section) => section !== '').join('\n\n');
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 100, endOfLine: 'lf' });
}

function unexpressedLines(unexpressed: readonly Unexpressed[]): readonly string[] {
  if (unexpressed.length === 0) return [];
  const lines = unexpressed.map(({ pointer, keyword }) => `${pointer === '' ? '(root)' : pointer} ${keyword}`);
  const sorted = lines.toSorted((left, right) => (left < right ? -1 : 1));
  const more = sorted.length - MOST_LISTED;
  return [
    'Not expressed in these types (the schema checks them):',
    ...sorted.slice(0, MOST_LISTED).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `// ${commentLine(line)}`.trimEnd()).join('\n');
}
