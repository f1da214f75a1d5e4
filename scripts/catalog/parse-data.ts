import type { JsonPointer } from '../model/pointer.ts';
import { frontMatterOf } from './front-matter.ts';
import { locateInJson, parseJson } from './parse-json.ts';
import { locateInYaml, parseYaml, WHOLE_FILE } from './parse-yaml.ts';
import type { InexactNumber, Parsed, TextPosition } from './parsed.ts';

const YAML_FILE = /\.ya?ml$/i;
const PAGE_FILE = /\.mdx?$/i;

export function isDataFile(file: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(file);
}

/** JSON or YAML, as the file's ending has it. */
export function parseData(text: string, file: string, inexact: InexactNumber = 'number-not-exact'): Parsed {
  return YAML_FILE.test(file) ? parseYaml(text, file, { ...WHOLE_FILE, inexact }) : parseJson(text, file, inexact);
}

/** Line and column of a place in a file's data, or in the front matter of a page. */
export function locateInFile(text: string, file: string, pointer: JsonPointer): TextPosition | undefined {
  if (PAGE_FILE.test(file)) {
    const frontMatter = frontMatterOf(text);
    return frontMatter.kind === 'yaml' ? locateInYaml(frontMatter.text, pointer, frontMatter.linesAbove) : undefined;
  }
  return YAML_FILE.test(file) ? locateInYaml(text, pointer) : locateInJson(text, pointer);
}
