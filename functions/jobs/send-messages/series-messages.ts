import type { Booking } from '../../../shared/domain/booking.ts'
import type { SpaceId } from '../../../shared/domain/ids.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import type { Owned } from '../../../shared/store/reach.ts'
import { bookingsOf } from '../../use-cases/read-series.ts'
import { diaryOfSeveral } from './diary.ts'
import type { Mail, Recipient } from './mail.ts'
import { seriesChangedMail } from './mails/series-changed-mail.ts'
import { extendedMail, type SeriesDetails, seriesMail } from './mails/series-mails.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

type SeriesEvent = Extract<OutboxEvent, { readonly kind: `series-${string}` }>

type Said = SeriesDetails & {
  readonly bookings: readonly Booking[]
  readonly association?: string | undefined
}

/** Who changed the series of an association knows; who changed their own gets its dates for their diary. */
export const ownedBySeries = (event: SeriesEvent): Owned =>
  event.kind === 'series-changed' && event.series.bookedBy
    ? { ...event.series, actor: event.act.by }
    : event.series

const datesIn = (event: SeriesEvent): readonly LocalDate[] => {
  if (event.kind === 'series-booked') return event.series.dates
  return event.kind === 'series-extended' ? event.dates : event.act.changed
}

/** Those that the event tells of. */
const toldBookings = async (event: SeriesEvent, deps: SendDependencies): Promise<Booking[]> => {
  const told = new Set(datesIn(event))
  const dates = told.size > 0 ? await bookingsOf(event.series, deps) : []
  return dates.flatMap(({ ruleDate, booking }) => (booking && told.has(ruleDate) ? [booking] : []))
}

const mailOf = (event: SeriesEvent, reader: Recipient, said: Said, origin: string): Mail => {
  if (event.kind === 'series-booked') return seriesMail(reader, said, origin)
  return event.kind === 'series-extended'
    ? extendedMail(reader, { ...said, dates: event.dates }, origin)
    : seriesChangedMail(reader, { ...said, act: event.act }, origin)
}

export const seriesMailsFor = async (event: SeriesEvent, deps: SendDependencies): Promise<Mail[]> => {
  const { series } = event
  const [lent, told, bookings] = await Promise.all([
    deps.sites.findSite(series.site),
    recipientsOf(ownedBySeries(event), deps),
    toldBookings(event, deps),
  ])
  if (!lent) return []
  const spaceOf = (id: SpaceId) => lent.spaces.find((each) => each.id === id)
  const site = { ...lent.site, closures: lent.closures }
  const said = { series, site, space: spaceOf(series.space), bookings, association: told.association }
  const booked = bookings.map((booking) => ({ booking, site, space: spaceOf(booking.space) }))
  const { origin } = deps
  return told.to.map((reader) => ({
    ...mailOf(event, reader, said, origin),
    calendar: diaryOfSeveral(booked, { reader, now: deps.now(), origin }),
  }))
}
