import type { JsonObject } from '../model/json.ts';
import type { CopyGroup, Move, StaleReport } from '../stale/stale-report.ts';
import { verdictJson } from './json/change-json.ts';
import { known } from './json/known.ts';

/** Raised when a program that reads this one would no longer understand. */
const VERSION = 1;

/** Source: reference/stale.schema.json. */
export function staleJson({ groups, files, skipped, failOn, isGood }: StaleReport): string {
  const report = { version: VERSION, isGood, failOn, files, skipped, groups: groups.map(groupJson) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function groupJson(group: CopyGroup): JsonObject {
  const { id, version, hash, state, breaking, isFailure, newest, newer, move, reason } = group;
  const { deprecation, deprecatedFields, copies } = group;
  return {
    message: id,
    version,
    hash,
    state,
    breaking,
    isFailure,
    ...known({ newest }),
    newer,
    ...known({
      move: move && moveJson(move),
      reason,
      deprecation: deprecation && known({ date: deprecation.date, message: deprecation.message }),
    }),
    deprecatedFields: deprecatedFields.map(({ path, since, removeAfter, replacedBy }) => ({
      path,
      ...known({ since, removeAfter, replacedBy }),
    })),
    copies: copies.map(({ file, line, kind }) => ({ file, line, kind })),
  };
}

function moveJson({ to, mode, policy, isSameSet, reader, sender }: Move): JsonObject {
  return { to, mode, policy, isSameSet, reader: verdictJson(reader), sender: verdictJson(sender) };
}
