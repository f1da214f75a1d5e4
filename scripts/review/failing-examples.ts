import type { MessageSchema, MessageVersion } from '../model/message.ts';
import { compileValidator } from '../schema/validate.ts';
import type { FailingExample } from './review.ts';

/** The examples that the new schema refuses: its own, and those of the version before. */
export function failingExamples(
  before: MessageVersion,
  after: MessageVersion & { readonly schema: MessageSchema },
): readonly FailingExample[] {
  const validator = compileValidator(after.schema.bundled, after.schema.dialect);
  const refused = (examples: MessageVersion['examples'], of: FailingExample['of']): readonly FailingExample[] =>
    examples.flatMap(({ file, value }) => {
      const [fault] = validator.faults(value);
      if (fault === undefined) return [];
      return [{ file, refusedBy: after.version, of, sentence: fault.reason, pointer: fault.instancePointer }];
    });
  const isOther = before.version !== after.version;
  return [...refused(after.examples, 'own'), ...(isOther ? refused(before.examples, 'earlier') : [])];
}
