import {
  compatibilityModes,
  compatibilityPolicies,
  reviewProblemCodes,
  type Compatibility,
  type Waiver,
} from '../model/compatibility.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { isCalendarDay } from '../model/calendar-day.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { describeValue } from './describe-value.ts';
import { textAt, type Page } from './page.ts';

export interface ReadCompatibility {
  readonly compatibility: Compatibility;
  readonly diagnostics: readonly Diagnostic[];
}

const FIELD = 'x-compatibility';

/** `x-compatibility: { mode, policy }` of a message or a domain; EventCatalog passes over it. */
export function readPageCompatibility(page: Page): ReadCompatibility {
  return readCompatibility(page.data[FIELD], { file: page.file, field: FIELD, pointer: `/${FIELD}` });
}

interface FieldPlace {
  readonly file: string;
  readonly field: string;
  readonly pointer: JsonPointer;
}

export function readCompatibility(value: JsonValue | undefined, place: FieldPlace): ReadCompatibility {
  if (value === undefined || value === null) return { compatibility: {}, diagnostics: [] };
  if (!isJsonObject(value))
    return { compatibility: {}, diagnostics: [invalid(place, [], 'a map of `mode` and `policy`', value)] };
  const diagnostics = Object.keys(value)
    .filter((key) => key !== 'mode' && key !== 'policy')
    .map((key) => invalid(place, [key], 'left out (there are `mode` and `policy`)', ownValue(value, key)));
  const choose = <Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined => {
    const written = ownValue(value, key);
    const chosen = choices.find((choice) => choice === written);
    if (chosen === undefined && written !== undefined)
      diagnostics.push(invalid(place, [key], `one of ${choices.join(', ')}`, written));
    return chosen;
  };
  const mode = choose('mode', compatibilityModes);
  const policy = choose('policy', compatibilityPolicies);
  return {
    compatibility: { ...(mode === undefined ? {} : { mode }), ...(policy === undefined ? {} : { policy }) },
    diagnostics,
  };
}

export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly diagnostics: readonly Diagnostic[];
}

const WAIVERS = 'x-waivers';

/** `x-waivers: [{ problem, version, reason, lastDay }]` of a message. */
export function readWaivers(page: Page): ReadWaivers {
  const list = page.data[WAIVERS] ?? [];
  const place: FieldPlace = { file: page.file, field: WAIVERS, pointer: `/${WAIVERS}` };
  if (!isJsonArray(list))
    return {
      waivers: [],
      diagnostics: [invalid(place, [], 'a list of `problem`, `version`, `reason` and `lastDay`', list)],
    };
  const read = list.map((item, index) => readWaiver(item, page, index));
  return {
    waivers: read.flatMap(({ waivers }) => waivers),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readWaiver(item: JsonValue, page: Page, index: number): ReadWaivers {
  const pointer = `/${WAIVERS}/${index}`;
  const place: FieldPlace = { file: page.file, field: `${WAIVERS}[${index}]`, pointer };
  const expected = 'a map of `problem`, `version`, `reason` and `lastDay`';
  if (!isJsonObject(item)) return { waivers: [], diagnostics: [invalid(place, [], expected, item)] };
  const problem = reviewProblemCodes.find((code) => code === ownValue(item, 'problem'));
  const version = textAt(page, `${pointer}/version`, ownValue(item, 'version'));
  const reason = textOf(item, 'reason');
  const lastDay = textOf(item, 'lastDay');
  const isDay = lastDay !== undefined && isCalendarDay(lastDay);
  const missing = (key: string, what: string): Diagnostic => invalid(place, [key], what, ownValue(item, key));
  const diagnostics = [
    ...(problem === undefined ? [missing('problem', `one of ${reviewProblemCodes.join(', ')}`)] : []),
    ...(version === undefined ? [missing('version', 'the version that it is about')] : []),
    ...(reason === undefined ? [missing('reason', 'a reason')] : []),
    ...(isDay ? [] : [missing('lastDay', 'a day such as 2026-12-31')]),
  ];
  if (problem === undefined || version === undefined || reason === undefined || lastDay === undefined || !isDay)
    return { waivers: [], diagnostics };
  return { waivers: [{ problem, version, reason, lastDay, file: page.file }], diagnostics };
}

function textOf(item: JsonObject, key: string): string | undefined {
  const value = ownValue(item, key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function invalid(
  { file, field, pointer }: FieldPlace,
  path: readonly string[],
  expected: string,
  value: JsonValue | undefined,
): Diagnostic {
  return diagnose(
    'field-invalid',
    { field: [field, ...path].join('.'), expected, found: describeValue(value) },
    { file, pointer: appendPointer(pointer, ...path) },
  );
}
