import MailComposer from 'nodemailer/lib/mail-composer'
import { calendarText } from '../../calendars/calendar-text.ts'
import type { MailCalendar } from './mail.ts'
import type { Message } from './message.ts'

const SENDER = 'Restante'

const unsubscribeHeaders = ({ unsubscribe }: Message): Record<string, string> =>
  unsubscribe === undefined
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Who publishes several events invites nobody (RFC 5546, 3.2.1). */
const icalOf = ({ method, events }: MailCalendar, { at, to }: Message, from: string) => {
  const organizer = { name: SENDER, email: from }
  const people = method === 'PUBLISH' ? { organizer } : { organizer, attendee: { email: to } }
  const content = calendarText({ method, stamp: at, events: events.map((each) => ({ ...each, ...people })) })
  return { method, content, filename: 'restante.ics' }
}

/** A message as RFC 5322 wants it: text and HTML, and a calendar that programs put in a diary. */
export const mimeOf = (message: Message, from: string): Promise<Buffer> => {
  const { id, at, to, language, subject, text, html, calendar } = message
  return new MailComposer({
    from: { name: SENDER, address: from },
    to: { name: '', address: to },
    subject,
    text,
    html,
    date: new Date(at),
    messageId: `<${id}@${domainOf(from)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      ...unsubscribeHeaders(message),
    },
    ...(calendar && { icalEvent: icalOf(calendar, message, from) }),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build()
}
