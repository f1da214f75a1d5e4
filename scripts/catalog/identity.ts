import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { escapeInvisible } from '../model/invisible-characters.ts';
import { describeValue } from './describe-value.ts';
import { textAt } from './page.ts';
import type { Page } from './page.ts';

/** What every page must say of itself. */
export interface Identity {
  readonly id: string;
  readonly version: string;
  readonly name: string;
}

export interface ReadIdentity {
  readonly identity: Identity | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Id, version and name of a page. A message's id and version become parts of paths, so they must be safe there. */
export function readIdentity(page: Page, becomesPath: boolean): ReadIdentity {
  const diagnostics: Diagnostic[] = [];
  const required = (field: 'id' | 'version'): string | undefined => {
    const value = page.data[field];
    const text = textAt(page, `/${field}`, value);
    if (value === undefined || value === null)
      diagnostics.push(diagnose('field-missing', { field }, { file: page.file, line: 1, column: 1 }));
    else if (text === undefined) {
      diagnostics.push(
        diagnose(
          'field-invalid',
          { field, expected: 'a string', found: describeValue(value) },
          { file: page.file, pointer: `/${field}` },
        ),
      );
    } else if (typeof value === 'number' && field === 'version') {
      diagnostics.push(diagnose('version-not-quoted', { found: text }, { file: page.file, pointer: '/version' }));
    }
    const reason = text === undefined || !becomesPath ? undefined : unsafeReason(text, field);
    if (text !== undefined && reason !== undefined) {
      diagnostics.push(
        diagnose('name-unsafe', { field, found: text, reason }, { file: page.file, pointer: `/${field}` }),
      );
    }
    return reason === undefined ? text : undefined;
  };
  const id = required('id');
  const version = required('version');
  if (id === undefined || version === undefined) return { identity: undefined, diagnostics };
  return { identity: { id, version, name: textAt(page, '/name', page.data['name']) ?? id }, diagnostics };
}

const LONGEST_NAME = 120;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The files that speak of all contracts, beside the folders of the messages. */
const TAKEN = [
  'index.json',
  'index.html',
  'events.d.ts',
  'changes.json',
  'changes.xml',
  'fields.json',
  'find.css',
  'find.js',
];

/** Why a name cannot be a folder on every system, or undefined. */
function unsafeReason(name: string, field: 'id' | 'version'): string | undefined {
  if (field === 'version' && name.toLowerCase() === 'examples.json')
    return 'a file of that name stands beside the versions';
  if (field === 'id' && TAKEN.includes(name.toLowerCase())) return 'a file of that name stands beside the contracts';
  if (name === '') return 'it is empty';
  if (name.length > LONGEST_NAME) return `it is longer than ${LONGEST_NAME} characters`;
  if (/[/\\]/.test(name)) return 'it has a slash';
  if (escapeInvisible(name) !== name) return 'it has a character that cannot be seen';
  if (/[<>:"|?*%#]/.test(name)) return 'it has one of the characters < > : " | ? * % #';
  if (name.startsWith('.')) return 'it starts with a dot';
  if (/^\s|[\s.]$/.test(name)) return 'it starts with a space, or ends with a space or a dot';
  if (WINDOWS_DEVICE.test(name)) return 'Windows keeps that name for a device';
  return undefined;
}
