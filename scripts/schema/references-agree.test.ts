import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { clockPaths } from '../snippets/clock-paths.ts';
import { renderTypes } from '../types/render-types.ts';
import { compileValidator } from './validate.ts';

const noon = '2024-05-01T12:00:00Z';
const stamp = { type: 'string', format: 'date-time' } as const;

/** What a schema lets `at` be. */
type Reading = 'any time' | 'only noon' | 'a $ref to nowhere';

function order(at: JsonObject, definitions: JsonObject): JsonObject {
  return { type: 'object', required: ['at'], properties: { at }, ...definitions };
}

async function typesSay(schema: JsonObject, dialect: Dialect): Promise<Reading> {
  try {
    const text = await renderTypes({ schema, dialect, typeName: 'OrderPlaced', openObjects: false, header: [] });
    return text.includes(`'${noon}'`) ? 'only noon' : 'any time';
  } catch {
    return 'a $ref to nowhere';
  }
}

function validationSays(schema: JsonObject, dialect: Dialect): Reading {
  const { faults } = compileValidator(schema, dialect);
  if (faults({ at: noon }).length > 0) return 'a $ref to nowhere';
  return faults({ at: '2025-01-01T00:00:00Z' }).length > 0 ? 'only noon' : 'any time';
}

/** Programs send the current time where any time will do. */
function programsSendNow(schema: JsonObject, dialect: Dialect): boolean {
  return clockPaths({ at: noon }, { schema, dialect }).length > 0;
}

describe('types, programs and validation read a $ref alike', () => {
  it.each<[string, Dialect, JsonObject, JsonObject, Reading]>([
    ['a pointer', '2020-12', { $ref: '#/$defs/stamp' }, { $defs: { stamp } }, 'any time'],
    ['siblings that count', '2020-12', { $ref: '#/$defs/stamp', const: noon }, { $defs: { stamp } }, 'only noon'],
    ['siblings that count', '2019-09', { $ref: '#/$defs/stamp', const: noon }, { $defs: { stamp } }, 'only noon'],
    [
      'hidden siblings',
      'draft-07',
      { $ref: '#/definitions/s', const: noon },
      { definitions: { s: stamp } },
      'any time',
    ],
    [
      'hidden siblings',
      'draft-04',
      { $ref: '#/definitions/s', enum: [noon] },
      { definitions: { s: stamp } },
      'any time',
    ],
    ['an anchor', '2020-12', { $ref: '#s' }, { $defs: { s: { ...stamp, $anchor: 's' } } }, 'any time'],
    [
      'an anchor with siblings',
      '2020-12',
      { $ref: '#s', const: noon },
      { $defs: { s: { ...stamp, $anchor: 's' } } },
      'only noon',
    ],
    ['a dynamic anchor', '2020-12', { $ref: '#s' }, { $defs: { s: { ...stamp, $dynamicAnchor: 's' } } }, 'any time'],
    ['an old anchor', 'draft-07', { $ref: '#s' }, { definitions: { s: { ...stamp, $id: '#s' } } }, 'any time'],
    ['an older anchor', 'draft-04', { $ref: '#s' }, { definitions: { s: { ...stamp, id: '#s' } } }, 'any time'],
    [
      'an anchor of a later draft',
      'draft-07',
      { $ref: '#s' },
      { definitions: { s: { ...stamp, $anchor: 's' } } },
      'a $ref to nowhere',
    ],
    [
      'an anchor of an earlier draft',
      '2020-12',
      { $ref: '#s' },
      { $defs: { s: { ...stamp, $id: '#s' } } },
      'a $ref to nowhere',
    ],
    [
      'a percent-encoded pointer',
      '2020-12',
      { $ref: '#/%24defs/z%C3%A4hl%20er' },
      { $defs: { 'zähl er': stamp } },
      'any time',
    ],
    ['an encoded slash, which is one', '2020-12', { $ref: '#/$defs%2Fstamp' }, { $defs: { stamp } }, 'any time'],
    ['escapes in a pointer', '2020-12', { $ref: '#/$defs/a~1b~0c' }, { $defs: { 'a/b~c': stamp } }, 'any time'],
    ['a broken escape', '2020-12', { $ref: '#/$defs/100%' }, { $defs: { '100%': stamp } }, 'a $ref to nowhere'],
    ['an item of a list', '2020-12', { $ref: '#/allOf/0/$defs/s' }, { allOf: [{ $defs: { s: stamp } }] }, 'any time'],
    [
      'an index that is none',
      '2020-12',
      { $ref: '#/allOf/00/$defs/s' },
      { allOf: [{ $defs: { s: stamp } }] },
      'a $ref to nowhere',
    ],
    ['an inherited name', '2020-12', { $ref: '#/constructor' }, {}, 'a $ref to nowhere'],
  ])('%s, in %s', async (_name, dialect, at, definitions, reading) => {
    const schema = order(at, definitions);
    expect(validationSays(schema, dialect)).toBe(reading);
    expect(await typesSay(schema, dialect)).toBe(reading);
    expect(programsSendNow(schema, dialect)).toBe(reading === 'any time');
  });
});
