import { commentLine } from './comment-text.ts';
import { declareTypes, type DeclarationSource, type Unexpressed } from './declarations.ts';
import { printDeclaration } from './print-declaration.ts';
import { wrapDocs } from './wrap-docs.ts';

export interface TypesRequest extends DeclarationSource {
  /** Plain text, one line each, for the comment at the top. */
  readonly header: readonly string[];
}

/** Of a line; the pages show so many characters without scrolling. */
const WIDTH = 100;

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
  const options = { parser: 'typescript', singleQuote: true, printWidth: WIDTH, endOfLine: 'lf' } as const;
  return wrapDocs(await format(text, options), WIDTH);
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
