import type { Instant } from '../../../shared/domain/instant.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import { callStore } from '../../../shared/store/call-store.ts'
import { functionClient, type Table } from '../../../shared/store/client.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { eventualReads } from '../../../shared/store/eventual-reads.ts'
import { gatheringReads } from '../../../shared/store/gathered-reads.ts'
import { grantStore } from '../../../shared/store/grant-store.ts'
import { hookStore } from '../../../shared/store/hook-store.ts'
import { hoursStore } from '../../../shared/store/hours-store.ts'
import { identityStore } from '../../../shared/store/identity-store.ts'
import { codeOf, sealBy } from '../../../shared/store/mail-secrets.ts'
import { memberStore } from '../../../shared/store/member-store.ts'
import { messageStore } from '../../../shared/store/message-store.ts'
import { proposalStore } from '../../../shared/store/proposal-store.ts'
import { type ReminderStore, reminderStore } from '../../../shared/store/reminder-store.ts'
import { seriesStore } from '../../../shared/store/series-store.ts'
import { sessionStore } from '../../../shared/store/session-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { undeliveredStore } from '../../../shared/store/undelivered-store.ts'
import { waitlistStore } from '../../../shared/store/waitlist-store.ts'
import { workshopStore } from '../../../shared/store/workshop-store.ts'
import { mailEnvironment } from '../../environment.ts'
import { atMost } from '../../use-cases/at-once.ts'
import type { Message } from './message.ts'
import { mimeOf } from './mime.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { sesTransport } from './transports/ses-transport.ts'
import { smtpTransport } from './transports/smtp-transport.ts'
import type { Transport } from './transports/transport.ts'

/** A provider takes some messages a second. */
const MAILS_AT_ONCE = 8
const REMINDERS_AT_ONCE = 32

type Reminding = { readonly reminders: ReminderStore }

type MailEnvironment = ReturnType<typeof mailEnvironment>

/** SES, unless the environment names a server. */
const transportIn = (environment: MailEnvironment, mailsAtOnce: number): Transport => {
  const { RESTANTE_SMTP_URL: url, RESTANTE_SMTP_USER: user, RESTANTE_SMTP_PASSWORD: pass } = environment
  if (url === undefined) return sesTransport(environment.RESTANTE_MAIL_CONFIGURATION_SET)
  return smtpTransport({ url, ...(user && pass && { login: { user, pass } }) }, mailsAtOnce)
}

const mailer = (environment: MailEnvironment, mailsAtOnce: number) => {
  const transport = transportIn(environment, mailsAtOnce)
  const { RESTANTE_MAIL_FROM: from } = environment
  return async (message: Message) => transport({ from, to: message.to, raw: await mimeOf(message, from) })
}

const dependenciesOn = (client: Table['client'], mailsAtOnce: number): SendDependencies & Reminding => {
  const environment = mailEnvironment()
  const { RESTANTE_TABLE, RESTANTE_ORIGIN, RESTANTE_MAIL_KEY } = environment
  const table: Table = { client: gatheringReads(client), name: RESTANTE_TABLE }
  const seal = sealBy(RESTANTE_MAIL_KEY)
  return {
    now: () => Date.now() as Instant,
    origin: RESTANTE_ORIGIN,
    code: (challenge) => codeOf(seal, challenge),
    seal,
    bookings: bookingStore(table),
    calls: callStore(table),
    sessions: sessionStore(table),
    undelivered: undeliveredStore(table),
    series: seriesStore(table),
    sites: siteStore(table),
    workshops: workshopStore(table),
    members: memberStore(table),
    waitlist: waitlistStore(table),
    identities: identityStore(table),
    grants: grantStore(table),
    listing: directoryStore(table),
    hours: hoursStore(table),
    hooks: hookStore(table),
    proposals: proposalStore(table),
    marks: messageStore(table),
    reminders: reminderStore(table),
    send: atMost(mailsAtOnce, mailer(environment, mailsAtOnce)),
  }
}

export const mailDependencies = () => dependenciesOn(functionClient(), MAILS_AT_ONCE)

/** Who is reminded has had time to change their booking before: reads may lag. */
export const reminderDependencies = () => dependenciesOn(eventualReads(functionClient()), REMINDERS_AT_ONCE)
