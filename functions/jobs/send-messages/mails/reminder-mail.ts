import type { HolderId } from '../../../../shared/domain/ids.ts'
import type { ReminderKind } from '../../../../shared/domain/reminder.ts'
import type { Seal } from '../../../../shared/store/mail-secrets.ts'
import { preferencesTokenOf } from '../../../../shared/store/preferences-token.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed } from '../words-in.ts'
import { bookingMail } from './booking-mail.ts'
import type { BookingNews } from './booking-news.ts'

type Reminding = Omit<BookingNews, 'kind'> & { readonly kind: ReminderKind }
type Where = { readonly origin: string; readonly seal: Seal }

/** All that somebody needs on the day, and how to end reminders without signing in. */
export const reminderMail = (
  reader: Recipient & { readonly id: HolderId },
  reminding: Reminding,
  { origin, seal }: Where,
): Mail | undefined => {
  const { kind } = reminding
  const mail = bookingMail(reader, { ...reminding, kind: `reminder-${kind}` }, origin)
  const { words, pages } = addressed(reader, origin)
  const { cancel, stop } = words.bookings.reminder
  const token = preferencesTokenOf(seal, reader.id)
  return (
    mail && {
      ...mail,
      notes: [cancel, { words: stop, address: `${pages}/preferences#${token}` }],
      unsubscribe: `${origin}/api/reminders/${token}`,
    }
  )
}
