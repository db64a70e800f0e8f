import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import type { Owned } from '../../../shared/store/reach.ts'
import { bookingsOf } from '../../use-cases/read-series.ts'
import type { Mail } from './mail.ts'
import { seriesChangedMail } from './mails/series-changed-mail.ts'
import { extendedMail, seriesMail } from './mails/series-mails.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

type SeriesEvent = Extract<OutboxEvent, { readonly kind: `series-${string}` }>
type ChangedEvent = Extract<SeriesEvent, { readonly kind: 'series-changed' }>

/** The person who changed the series knows. */
export const ownedBySeries = (event: SeriesEvent): Owned =>
  event.kind === 'series-changed' ? { ...event.series, actor: event.act.by } : event.series

const changedBookings = async ({ series, act }: ChangedEvent, deps: SendDependencies) => {
  const changed = new Set(act.changed)
  const dates = changed.size > 0 ? await bookingsOf(series, deps) : []
  return dates.flatMap(({ ruleDate, booking }) => (booking && changed.has(ruleDate) ? [booking] : []))
}

export const seriesMailsFor = async (event: SeriesEvent, deps: SendDependencies): Promise<Mail[]> => {
  const { series } = event
  const [lent, told, bookings] = await Promise.all([
    deps.sites.findSite(series.site),
    recipientsOf(ownedBySeries(event), deps),
    event.kind === 'series-changed' ? changedBookings(event, deps) : [],
  ])
  if (!lent) return []
  const space = lent.spaces.find(({ id }) => id === series.space)
  const details = { series, site: { ...lent.site, closures: lent.closures }, space }
  const association = told.association ?? ''
  return told.to.map((reader) => {
    if (event.kind === 'series-booked') return seriesMail(reader, details, deps.origin)
    return event.kind === 'series-extended'
      ? extendedMail(reader, { ...details, dates: event.dates }, deps.origin)
      : seriesChangedMail(reader, { ...details, act: event.act, bookings, association }, deps.origin)
  })
}
