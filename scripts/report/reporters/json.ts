import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JsonObject } from '../../model/json.ts';
import type { MessageReview, Review, ReviewProblem, Waiver } from '../../review/review.ts';
import { changeJson } from '../json/change-json.ts';
import { known } from '../json/known.ts';
import type { Reporter } from '../reporter.ts';

export const json: Reporter = {
  id: 'json',
  summary: 'everything as data, for programs (reference/review.schema.json)',
  render: renderJson,
};

/** Raised when a program that reads this one would no longer understand. */
const VERSION = 1;

/** Source: reference/review.schema.json. */
function renderJson({ base, head, isGood, messages, diagnostics, notes }: Review): string {
  const review = {
    version: VERSION,
    base,
    head,
    isGood,
    messages: messages.map(messageJson),
    diagnostics: diagnostics.map(diagnosticJson),
    notes,
  };
  return `${JSON.stringify(review, null, 2)}\n`;
}

function messageJson(message: MessageReview): JsonObject {
  const { kind, id, name, owners, file, fate, renamedFrom, movedFrom, changes, problems } = message;
  return {
    kind,
    id,
    name,
    owners,
    file,
    fate,
    ...known({ renamedFrom, movedFrom }),
    changes: changes.map(changeJson),
    problems: problems.map(problemJson),
  };
}

function problemJson({ code, severity, message, help, file, line, column, waiver }: ReviewProblem): JsonObject {
  const told = waiver === undefined ? undefined : waiverJson(waiver);
  return { code, severity, message, help, file, ...known({ line, column, waiver: told }) };
}

function waiverJson({ problem, version, reason, lastDay, file, line }: Waiver): JsonObject {
  return { problem, version, reason, lastDay, file, ...known({ line }) };
}

function diagnosticJson({ code, severity, message, help, file, pointer, line, column }: Diagnostic): JsonObject {
  return { code, severity, message, help, file, ...known({ pointer, line, column }) };
}
