import type { Booking } from '../../../../shared/domain/booking.ts'
import { type Instant, localTimeAt } from '../../../../shared/domain/instant.ts'
import { MINUTES_A_QUARTER } from '../../../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../../../shared/domain/quarter-range.ts'
import type { Site } from '../../../../shared/domain/site.ts'
import type { MailWords } from '../words-in.ts'

type Common = MailWords['common']

export const minutesOf = ({ start, end }: QuarterRange): readonly [from: number, to: number] => [
  start * MINUTES_A_QUARTER,
  end * MINUTES_A_QUARTER,
]

export const rangeIn = ({ range }: Common, hours: QuarterRange): string => range(...minutesOf(hours))

/** `mardi 24 novembre, de 9 h à 11 h`. */
export const whenIn = (common: Common, booking: Pick<Booking, 'date' | 'start' | 'end'>): string =>
  `${common.date(booking.date)}, ${rangeIn(common, booking)}`

export const momentIn = (
  { moment, noMoment }: Common,
  at: Instant | undefined,
  { timeZone }: Pick<Site, 'timeZone'>,
): string => {
  if (at === undefined) return noMoment
  const { date, minute } = localTimeAt(at, timeZone)
  return moment(date, minute)
}

/** Hours count as in `answerByOf`. */
export const countsIn = (
  { countsInCounterHours, countsInOfficeHours }: Common,
  { counter }: Pick<Site, 'counter'>,
): string => (counter ? countsInCounterHours : countsInOfficeHours)

export const addressLines = ({
  name,
  address,
  postcode,
  commune,
}: Pick<Site, 'name' | 'address' | 'postcode' | 'commune'>): string[] => [
  name,
  address,
  `${postcode} ${commune}`,
]
