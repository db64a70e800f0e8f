import type { Booking } from '../../../../shared/domain/booking.ts'
import type { EndedAct } from '../../../../shared/domain/series.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'
import { howInOf, placeOf, rollingOf, type SeriesDetails, seriesLink } from './series-mails.ts'
import { countsIn, whenIn } from './times.ts'

/** `bookings`: the dates that the act changed, as they are now. */
type SeriesChanged = SeriesDetails & {
  readonly act: EndedAct
  readonly bookings: readonly Booking[]
  readonly association?: string | undefined
}

const whatOf = (
  { act, bookings, association }: SeriesChanged,
  { own, ...by }: MailWords['series']['changed'],
): string => {
  const { moved, cancelled, stopped } = association === undefined ? own : by
  if (act.kind === 'moved') return moved(bookings.length, association ?? '')
  return bookings.length > 0 ? cancelled(bookings.length, association ?? '') : stopped(association ?? '')
}

const subjectOf = (
  { act, bookings, site }: SeriesChanged,
  { subjects }: MailWords['series']['changed'],
): string =>
  bookings.length === 0 ? subjects.stopped(site.name) : subjects[act.kind](bookings.length, site.name)

/** For who has moved or cancelled dates of their series, and for the others of an association. */
export const seriesChangedMail = (reader: Recipient, details: SeriesChanged, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { act, bookings, series, site, space } = details
  const { common, series: said } = words
  const isMoved = act.kind === 'moved'
  const stops = series.rolling ? rollingOf(details, words) : [said.changed.noOtherDate]
  return {
    ...envelope,
    subject: subjectOf(details, said.changed),
    says: [
      whatOf(details, said.changed),
      ...(bookings.length > 0 ? [bookings.map((each) => `- ${whenIn(common, each)}`)] : []),
      ...(isMoved && space?.approval ? [said.answer(countsIn(common, site))] : []),
      ...(act.stops ? stops : []),
      placeOf(details, words),
      ...(isMoved ? howInOf(details, words) : []),
    ],
    action: seriesLink(pages, series, said.changed.action),
  }
}
