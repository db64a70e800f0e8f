import type { Language, Reader } from '../../../shared/domain/language.ts'
import type { Calendar } from '../../calendars/calendar-text.ts'

export type Recipient = Reader & { readonly email: string }

export type MailLink = { readonly words: string; readonly address: string }

/** What one types elsewhere, alone on its line. */
type MailCode = { readonly words: string; readonly code: string }

/** A paragraph, facts of a line each, a link, or a code. */
export type MailBlock = string | readonly string[] | MailLink | MailCode

/** What a mail does to its reader's diary. */
export type MailCalendar = Pick<Calendar, 'method' | 'events'>

/** What a mail says, whatever its form: `action` is what its reader can do, `notes` come after it. */
export type Mail = {
  readonly to: string
  readonly language: Language
  readonly subject: string
  readonly says: readonly MailBlock[]
  readonly action: MailLink
  readonly notes?: readonly MailBlock[]
  /** Mails with the same `once` are sent to a person once, however many events ask for them. */
  readonly once?: string | undefined
  readonly calendar?: MailCalendar | undefined
  /** Where one request without a page ends mails of this kind (RFC 8058). */
  readonly unsubscribe?: string | undefined
}
