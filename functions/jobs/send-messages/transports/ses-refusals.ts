import type { Refused } from './refusals.ts'

/** By the names of SES's exceptions. Any other error of its client is a fault, and comes again. */
const BY_NAME: Readonly<Record<string, (message: string) => Refused>> = {
  AccountSuspendedException: () => 'sender',
  SendingPausedException: () => 'sender',
  MailFromDomainNotVerifiedException: () => 'sender',
  LimitExceededException: () => 'sender',
  TooManyRequestsException: () => 'sender',
  AccessDeniedException: () => 'sender',
  // The configuration set is missing.
  NotFoundException: () => 'sender',
  // In the sandbox the recipient has to be verified as well; it is the account that lacks something.
  MessageRejected: (message) =>
    /not verified|sandbox|paused|suspended/i.test(message) ? 'sender' : 'message',
  BadRequestException: (message) =>
    /address|domain|recipient|local/i.test(message) ? 'recipient' : 'message',
}

export const sesRefusalOf = ({ name, message }: Error): Refused | undefined => BY_NAME[name]?.(message)
