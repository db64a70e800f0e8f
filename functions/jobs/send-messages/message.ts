import type { Instant } from '../../../shared/domain/instant.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { hashOf } from '../../use-cases/hash.ts'
import type { Mail } from './mail.ts'
import { htmlOf } from './mail-html.ts'
import { textOf } from './mail-text.ts'

/** A mail as it is sent; `id` is the same each time that one event is told to one person. */
export type Message = Pick<Mail, 'to' | 'subject' | 'calendar' | 'unsubscribe'> & {
  readonly id: string
  readonly at: Instant
  readonly language: Language
  readonly text: string
  readonly html: string
}

/** `mark` names the event and its reader, and never leaves as it is. */
export const messageOf = (mail: Mail, mark: string, at: Instant): Message => ({
  id: hashOf('message', mark, mail.to).slice(0, 32),
  at,
  to: mail.to,
  language: mail.language,
  subject: mail.subject,
  text: textOf(mail),
  html: htmlOf(mail),
  calendar: mail.calendar,
  unsubscribe: mail.unsubscribe,
})
