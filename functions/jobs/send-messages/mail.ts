import type { Language, Reader } from '../../../shared/domain/language.ts'

export type Recipient = Reader & { readonly email: string }

export type MailLink = { readonly words: string; readonly address: string }

/** A paragraph, facts of a line each, or a link. */
export type MailBlock = string | readonly string[] | MailLink

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
}
