import type { Refused } from './refusals.ts'

/** What a client of SMTP says of a refusal. */
export type SmtpFailure = {
  readonly message?: string
  readonly code?: string | undefined
  /** Of the connection below. */
  readonly originalCode?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
  readonly command?: string | undefined
}

/** RFC 3463: 1 addressing, 2 mailbox, 6 content; others speak of systems, networks and policy. */
const byEnhanced = (subject: string, detail: string): Refused => {
  // The address or the system of the sender.
  if (subject === '1') return detail === '7' || detail === '8' ? 'sender' : 'recipient'
  if (subject === '2') return 'recipient'
  return subject === '6' ? 'message' : 'sender'
}

/** No such user, not here, mailbox full, name not allowed, and addresses that cannot be. */
const OF_RECIPIENT: ReadonlySet<number> = new Set([501, 550, 551, 552, 553, 555])

const ENHANCED = /^5\d\d[ -]5\.(\d{1,3})\.(\d{1,3})\b/

/** The account or the connection is not trusted, with or without an answer. */
const OF_SENDER: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS'])
const OF_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/

/** Undefined is a fault that passes: no connection, or an answer of 4xx. */
export const smtpRefusalOf = ({
  code = '',
  originalCode = '',
  responseCode = 0,
  response = '',
  command = '',
}: SmtpFailure): Refused | undefined => {
  if (responseCode >= 400 && responseCode < 500) return undefined
  // An address that cannot even be said.
  if (code === 'EENVELOPE' && command === 'API') return 'recipient'
  if (OF_SENDER.has(code) || OF_CERTIFICATE.test(originalCode)) return 'sender'
  if (responseCode < 500) return undefined
  if (command !== 'RCPT TO' && command !== 'DATA') return 'sender'
  const [, subject, detail] = ENHANCED.exec(response) ?? []
  if (subject && detail) return byEnhanced(subject, detail)
  if (command === 'DATA') return 'message'
  return OF_RECIPIENT.has(responseCode) ? 'recipient' : 'sender'
}
