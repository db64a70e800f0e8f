import { PlainError, UndeliverableError } from '../../../invocation/each-record.ts'

/** The sender is refused for every recipient: all mails wait until somebody mends it. */
export class SenderRefusedError extends PlainError {
  override readonly name = 'SenderRefusedError'
}

/** Nothing sent to this address arrives. */
export class RecipientRefusedError extends PlainError {
  override readonly name = 'RecipientRefusedError'
}

/** `sender` waits and rings; `recipient` is told to staff; `message` is set aside, told to staff, and rings. */
export type Refused = 'sender' | 'recipient' | 'message'

export const refusalError = (refused: Refused, code: string): Error => {
  if (refused === 'recipient') return new RecipientRefusedError(code)
  return refused === 'sender' ? new SenderRefusedError(code) : new UndeliverableError(code)
}
