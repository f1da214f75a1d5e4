import type { Compatibility } from '../model/compatibility.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonObject } from '../model/json.ts';
import type { FileTree } from './file-tree.ts';
import { parseJson } from './parse-json.ts';
import { readCompatibility } from './read-compatibility.ts';

/** What a catalog says of itself to this tool, in `catalog.config.json`. It is data: nothing in it is run. */
export interface Settings {
  /** What the start page calls the site. */
  readonly title: string;
  /** The address of the published site, with a slash at the end; `/` when the catalog does not say. */
  readonly site: string;
  /** How messages may change, where neither they nor their domain say. */
  readonly compatibility: Compatibility;
}

export interface LoadedSettings {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

const FILE = 'catalog.config.json';
const KNOWN = ['title', 'site', 'compatibility'];
const DEFAULTS: Settings = { title: 'Event catalog', site: '/', compatibility: {} };

export async function loadSettings(tree: FileTree): Promise<LoadedSettings> {
  const content = await tree.read(FILE);
  if (content.kind === 'missing') return { settings: DEFAULTS, diagnostics: [] };
  if (content.kind === 'outside') return failed(diagnose('path-outside-catalog', { path: FILE }, { file: FILE }));
  if (content.kind === 'unreadable')
    return failed(diagnose('file-unreadable', { reason: content.reason }, { file: FILE }));
  const { value, diagnostics } = parseJson(content.text, FILE);
  if (value === undefined) return failed(...diagnostics);
  if (!isJsonObject(value)) return failed(invalid('', 'the file', 'an object', value));
  const unknown = Object.keys(value).filter((key) => !KNOWN.includes(key));
  const place = { file: FILE, field: 'compatibility', pointer: '/compatibility' };
  const { compatibility, diagnostics: compatibilityFaults } = readCompatibility(value['compatibility'], place);
  const faults = unknown.map((key) =>
    invalid(`/${key}`, key, 'one of the settings that there are (`title`, `site`, `compatibility`)', value[key]),
  );
  const site = value['site'] ?? DEFAULTS.site;
  if (typeof site !== 'string' || !/^(?:https?:\/\/[^\s?#]+|\/[^\s?#]*)$/.test(site)) {
    return failed(
      ...diagnostics,
      ...faults,
      invalid('/site', 'site', 'a web address such as "https://events.example.com/"', site),
    );
  }
  const title = value['title'] ?? DEFAULTS.title;
  if (typeof title !== 'string' || title.trim() === '')
    return failed(...diagnostics, ...faults, invalid('/title', 'title', 'a text', title));
  return {
    settings: { title, site: site.endsWith('/') ? site : `${site}/`, compatibility },
    diagnostics: [...diagnostics, ...faults, ...compatibilityFaults],
  };
}

function failed(...diagnostics: readonly Diagnostic[]): LoadedSettings {
  return { settings: DEFAULTS, diagnostics };
}

function invalid(pointer: string, field: string, expected: string, found: unknown): Diagnostic {
  return diagnose(
    'field-invalid',
    { field, expected, found: JSON.stringify(found) ?? 'nothing' },
    { file: FILE, pointer },
  );
}
