import { expect, it, test } from 'vitest'
import type { Mail, MailBlock, Recipient } from '../../functions/jobs/send-messages/mail.ts'
import * as bookingMails from '../../functions/jobs/send-messages/mails/booking-mail.ts'
import type { BookingNews } from '../../functions/jobs/send-messages/mails/booking-news.ts'
import * as cycleMails from '../../functions/jobs/send-messages/mails/cycle-mail.ts'
import * as otherMails from '../../functions/jobs/send-messages/mails/other-mails.ts'
import * as reminderMails from '../../functions/jobs/send-messages/mails/reminder-mail.ts'
import * as changedMails from '../../functions/jobs/send-messages/mails/series-changed-mail.ts'
import * as seriesMails from '../../functions/jobs/send-messages/mails/series-mails.ts'
import * as waitingMails from '../../functions/jobs/send-messages/mails/waiting-mail.ts'
import * as workshopMails from '../../functions/jobs/send-messages/mails/workshop-changed-mails.ts'
import { messageOf } from '../../functions/jobs/send-messages/message.ts'
import { CANCELLATION_CAUSES } from '../../shared/domain/booking.ts'
import type { HolderId, SeriesId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { LANGUAGES, type Language } from '../../shared/domain/language.ts'
import type { Proposal } from '../../shared/domain/proposal.ts'
import { ROLES } from '../../shared/domain/rights.ts'
import type { Series } from '../../shared/domain/series.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import { aBooking, aSite, aSpace, aWorkshop, date, NOW, range, time } from '../support/builders.ts'
import { aWaitlistEntry } from '../support/waitlist-entry.ts'

const ORIGIN = 'https://restante.example'

type Write = (reader: Recipient) => Mail | undefined

const { bookingMail } = bookingMails
const { codeMail, invitationMail, membershipMail, proposalMail, waitEndedMail } = otherMails
const { workshopChangedMail, cycleChangedMail } = workshopMails
const { reminderMail } = reminderMails
const { seriesMail, extendedMail } = seriesMails
const { seriesChangedMail } = changedMails
const { cycleMail } = cycleMails
const { waitingMail } = waitingMails

const site = { ...aSite(), closures: [] }
const [space, asked] = [aSpace(), aSpace({ approval: { hours: 48 } })]
const [workshop, permanence] = [aWorkshop(), aWorkshop({ appointments: { minutes: 30 } })]

const ofBooking =
  (news: Partial<BookingNews>): Write =>
  (reader) =>
    bookingMail(reader, { kind: 'booking-confirmed', booking: aBooking(), site, space, ...news }, ORIGIN)

const before = aBooking({ space: 'salle' as never, ...range('14:00-16:00') })
const [requested, offered] = [
  aBooking({ status: 'requested' }),
  aBooking({ status: 'offered', distanceKm: 12 }),
]
const lost = aBooking({ status: 'cancelled', cause: 'closure', note: 'Fuite' })

const BOOKINGS: Record<string, Write> = {
  'a booking': ofBooking({ association: 'La Chorale', booking: aBooking({ claimBy: NOW }) }),
  'a booking instead of waiting': ofBooking({ booking: aBooking({ wait: 'w' as WaitlistEntryId }) }),
  'a seat for two': ofBooking({ workshop, booking: aBooking({ workshop: workshop.id, places: 2 }) }),
  'an appointment': ofBooking({ workshop: permanence, booking: aBooking({ workshop: permanence.id }) }),
  'a request': ofBooking({ kind: 'booking-requested', booking: requested }),
  'an accepted request': ofBooking({ from: requested }),
  'an offer': ofBooking({ kind: 'booking-offered', booking: aBooking({ status: 'offered' }) }),
  'another place': ofBooking({ kind: 'booking-offered', booking: offered, replaced: lost }),
  'a move': ofBooking({ kind: 'booking-moved', from: before }),
  'a move by staff': ofBooking({ from: before, spaceBefore: 'Salle', booking: aBooking({ byStaff: 0 }) }),
  'a requested move by staff': ofBooking({ from: before, booking: { ...requested, byStaff: 0 } }),
  'a seat given back': ofBooking({ kind: 'booking-seat-returned', workshop }),
  'a no-show': ofBooking({ kind: 'booking-no-show', booking: aBooking({ status: 'no-show' }) }),
  ...Object.fromEntries(
    CANCELLATION_CAUSES.flatMap((cause) =>
      [requested, offered].map((from) => [
        `the end of what was ${from.status}: ${cause}`,
        ofBooking({ kind: 'booking-cancelled', from, booking: aBooking({ status: 'cancelled', cause }) }),
      ]),
    ),
  ),
}

const [thursday, next] = [date('2026-11-26'), date('2026-12-03')]
const series = {
  ...{
    id: 's' as SeriesId,
    site: site.id,
    start: time('09:00'),
    end: time('11:00'),
    days: 0,
    createdAt: NOW,
  },
  ...{ dates: [thursday, next], refusals: { [next]: { kind: 'conditions-missing', facts: {} } } },
  rolling: { exceptions: [], pending: [], until: date('2027-06-24') },
} as unknown as Series
const whole = { series, site, space }
const act = (kind: 'moved' | 'cancelled', stops = false) =>
  ({ kind, by: 'h' as HolderId, stops, changed: [] }) as const
const changedBy = { ...whole, association: 'La Chorale', bookings: [aBooking()] }

const SERIES: Record<string, Write> = {
  'a series': (reader) => seriesMail(reader, whole, ORIGIN),
  'a requested series': (reader) => seriesMail(reader, { ...whole, space: asked }, ORIGIN),
  'more dates': (reader) => extendedMail(reader, { ...whole, dates: [thursday, next] }, ORIGIN),
  'no more dates': (reader) => extendedMail(reader, { ...whole, dates: [next] }, ORIGIN),
  'a moved series': (reader) => seriesChangedMail(reader, { ...changedBy, act: act('moved') }, ORIGIN),
  'a cancelled series': (reader) =>
    seriesChangedMail(reader, { ...changedBy, act: act('cancelled', true) }, ORIGIN),
  'a series that its person moved': (reader) =>
    seriesChangedMail(reader, { ...whole, bookings: [aBooking()], act: act('moved') }, ORIGIN),
  'a series that its person cancelled': (reader) =>
    seriesChangedMail(reader, { ...whole, bookings: [aBooking()], act: act('cancelled', true) }, ORIGIN),
  'a series that its person stopped': (reader) =>
    seriesChangedMail(reader, { ...whole, bookings: [], act: act('cancelled') }, ORIGIN),
  'a stopped series': (reader) =>
    seriesChangedMail(reader, { ...changedBy, bookings: [], act: act('cancelled') }, ORIGIN),
}

const edited = { ...workshop, ...range('14:00-16:00'), title: 'Pas suivants', mediatorName: 'Karim' }
const changed = { workshop: edited, before: workshop, site, space: 'Salle' }
const ofAppointments = { ...changed, workshop: { ...permanence, title: 'Aide' }, before: permanence }
const seat = aBooking({ workshop: workshop.id })

const WORKSHOPS: Record<string, Write> = {
  ...Object.fromEntries(
    (
      [
        { kind: 'waits' },
        { kind: 'leads' },
        { kind: 'comes', seat },
        { kind: 'comes', seat: offered },
      ] as const
    ).flatMap((part, at) => [
      [
        `a changed workshop, ${at}`,
        (reader: Recipient) => workshopChangedMail(reader, { ...changed, part }, ORIGIN),
      ],
      [
        `changed appointments, ${at}`,
        (reader: Recipient) => workshopChangedMail(reader, { ...ofAppointments, part }, ORIGIN),
      ],
      [
        `a changed cycle, ${at}`,
        (reader: Recipient) => cycleChangedMail(reader, { ...changed, part }, ORIGIN),
      ],
    ]),
  ),
}

const proposal = { idea: 'Une chorale', status: 'accepted', note: 'Avec plaisir' } as Proposal

const aWait = aWaitlistEntry('h' as HolderId, { sites: [site.id, site.id] })

const OTHERS: Record<string, Write> = {
  'a cycle': (reader) => cycleMail(reader, { workshop, site, seats: [seat], waiting: [workshop] }, ORIGIN),
  'a code': (reader) => codeMail(reader, { digits: '123456', minutes: 10 }, ORIGIN),
  'a wait': (reader) =>
    waitingMail(reader, { ...whole, wait: aWait, workshop: undefined, rank: 2, isJoined: true }, ORIGIN),
  'a wait for a workshop': (reader) =>
    waitingMail(
      reader,
      { ...whole, wait: { ...aWait, workshop: workshop.id }, workshop, rank: 100, isJoined: true },
      ORIGIN,
    ),
  'being first in line': (reader) =>
    waitingMail(reader, { ...whole, wait: aWait, workshop: permanence, rank: 1, isJoined: false }, ORIGIN),
  'the end of a wait': (reader) => waitEndedMail(reader, { workshop, site }, ORIGIN),
  'the end of a wait for an appointment': (reader) =>
    waitEndedMail(reader, { workshop: { ...permanence, note: 'Fuite' }, site }, ORIGIN),
  'an accepted idea': (reader) => proposalMail(reader, { proposal, site }, ORIGIN),
  'a declined idea': (reader) =>
    proposalMail(reader, { proposal: { ...proposal, status: 'declined' }, site }, ORIGIN),
  'an admission': (reader) => membershipMail(reader, { membership: { public: 'member' }, site }, ORIGIN),
  'a subscription': (reader) =>
    membershipMail(
      reader,
      { membership: { public: 'subscriber', until: next }, site, association: 'La Chorale' },
      ORIGIN,
    ),
  'the end of a membership': (reader) => membershipMail(reader, { membership: undefined, site }, ORIGIN),
  ...Object.fromEntries(
    ROLES.map((role) => [
      `an invitation as ${role}`,
      (reader: Recipient) =>
        invitationMail(
          reader,
          { role, scope: { kind: 'network' }, place: undefined, fragment: 'x.y' },
          ORIGIN,
        ),
    ]),
  ),
}

const remindOf =
  (reminding: Partial<Parameters<typeof reminderMail>[1]>): Write =>
  (reader) =>
    reminderMail(
      { ...reader, id: 'h'.repeat(20) as HolderId },
      { kind: 'morning', booking: aBooking(), site, space, ...reminding },
      { origin: ORIGIN, seal: sealBy('a key') },
    )

const REMINDERS: Record<string, Write> = {
  'a reminder of the day': remindOf({}),
  'a reminder two days before': remindOf({ kind: 'two-days', booking: aBooking({ claimBy: NOW }) }),
  'a reminder of a workshop': remindOf({ workshop, booking: aBooking({ workshop: workshop.id }) }),
}

const MAILS = Object.entries({ ...BOOKINGS, ...SERIES, ...WORKSHOPS, ...OTHERS, ...REMINDERS })

const inLanguage = (write: Write, language: Language): Mail => {
  const mail = write({ email: 'camille@example.org', language })
  if (!mail) throw new Error('nothing is told')
  return mail
}

const shapeOf = (block: MailBlock): string => {
  if (typeof block === 'string') return 'paragraph'
  if ('code' in block) return 'code'
  return 'address' in block ? 'link' : `${block.length} facts`
}

/** Two lines on a small phone. */
const LONGEST_BUTTON = 40

test.each(MAILS)('%s is told alike in both languages, with one action', (_, write) => {
  const [french, english] = LANGUAGES.map((language) => inLanguage(write, language)) as [Mail, Mail]
  expect(english.says.map(shapeOf)).toEqual(french.says.map(shapeOf))
  expect(english.action.address).toBe(french.action.address.replace(ORIGIN, `${ORIGIN}/en`))
  expect(english.action.words).not.toBe(french.action.words)
  expect(english.subject).not.toBe(french.subject)
  for (const mail of [french, english]) {
    const { text, subject, to } = messageOf(mail, 'm', NOW)
    expect(to).toBe('camille@example.org')
    expect(text).toMatch(mail.language === 'fr' ? /^Bonjour,\n\n/ : /^Hello,\n\n/)
    expect(text).toMatch(/\n\nRestante\n$/)
    expect(text).toContain(mail.action.address)
    expect(mail.action.words.length, mail.action.words).toBeLessThanOrEqual(LONGEST_BUTTON)
    expect(`${subject} ${text}`).not.toMatch(/undefined|\[object|NaN|\n\n\n/)
  }
})

it('misses no mail to the public', () => {
  const all = Object.entries({
    ...bookingMails,
    ...cycleMails,
    ...otherMails,
    ...changedMails,
    ...seriesMails,
    ...waitingMails,
    ...workshopMails,
  })
  const builders = all.filter(([name]) => name.endsWith('Mail')).map(([name]) => name)
  const source = [...Object.values(BOOKINGS), ...MAILS.map(([, write]) => write)].map(String).join()
  expect(builders.filter((name) => !source.includes(name))).toEqual([])
})

test('only reminders can be ended by one request, and by a link that names nobody', () => {
  for (const [name, write] of MAILS) {
    const { unsubscribe, notes = [] } = inLanguage(write, 'en')
    const isReminder = name in REMINDERS
    expect([name, unsubscribe !== undefined]).toEqual([name, isReminder])
    const [first, last] = [notes[0], notes.at(-1)]
    if (!isReminder) continue
    expect(first).toMatch(/^You are not coming\? Cancel it/)
    expect(unsubscribe).toMatch(/^https:\/\/restante\.example\/api\/reminders\/[\w-]{64}$/)
    expect(last).toMatchObject({ address: expect.stringMatching(/\/en\/preferences#[\w-]{64}$/) })
  }
})
