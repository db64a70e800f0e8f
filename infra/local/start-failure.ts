/** The person at the keyboard can mend this; it prints as one line without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
