import type { JsonPointer } from '../model/pointer.ts';
import { frontMatterOf } from './front-matter.ts';
import { parseJson, placesInJson } from './parse-json.ts';
import { parseYaml, placesInYaml } from './parse-yaml.ts';
import type { InexactNumber, Parsed, TextPosition } from './parsed.ts';

const YAML_FILE = /\.ya?ml$/i;
const PAGE_FILE = /\.mdx?$/i;

export function isDataFile(file: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(file);
}

/** JSON or YAML, as the file's ending has it. */
export function parseData(text: string, file: string, inexact: InexactNumber = 'number-not-exact'): Parsed {
  if (!YAML_FILE.test(file)) return parseJson(text, file, inexact);
  return parseYaml(text, file, { linesAbove: 0, invalid: 'yaml-invalid', inexact });
}

/** Finds line and column of places in a file's data, or in the front matter of a page. The text is parsed once. */
export function placesInFile(text: string, file: string): (pointer: JsonPointer) => TextPosition | undefined {
  if (YAML_FILE.test(file)) return placesInYaml(text, 0);
  if (!PAGE_FILE.test(file)) return placesInJson(text);
  const frontMatter = frontMatterOf(text);
  return frontMatter.kind === 'yaml' ? placesInYaml(frontMatter.text, frontMatter.linesAbove) : () => undefined;
}
