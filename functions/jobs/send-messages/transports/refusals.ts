import { UndeliverableError } from '../../../invocation/each-record.ts'

/** The sender is refused, whoever is written to: everything waits until somebody mends it. `code` names why. */
export class SenderRefusedError extends Error {
  override readonly name = 'SenderRefusedError'
}

/** Nothing sent to this address arrives. */
export class RecipientRefusedError extends Error {
  override readonly name = 'RecipientRefusedError'
}

/** `sender` waits and rings; `recipient` is told to staff; `message` is set aside, told to staff, and rings. */
export type Refused = 'sender' | 'recipient' | 'message'

export const refusalError = (refused: Refused, code: string): Error => {
  if (refused === 'recipient') return new RecipientRefusedError(code)
  return refused === 'sender' ? new SenderRefusedError(code) : new UndeliverableError(code)
}
