/** The run cannot go on for a reason that its user can mend: the message says what to do next. Shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
