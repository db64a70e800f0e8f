import type { Booking } from './booking.ts'
import { isActive, isWithSeries } from './booking-state.ts'
import type { LocalDate } from './local-date.ts'
import type { OpenAct, Series, SeriesAct } from './series.ts'

export type ActDate = { readonly ruleDate: LocalDate; readonly booking?: Booking | undefined }

const isSameAct = (one: SeriesAct, other: SeriesAct): boolean =>
  one.kind === other.kind && one.by === other.by

export const openActOf = ({ acts = [] }: Pick<Series, 'acts'>, wanted: SeriesAct): OpenAct | undefined =>
  acts.find((act) => isSameAct(act, wanted))

/** An act that was interrupted goes on. Undefined where there is nothing to tell of, or nothing new. */
export const withOpenAct = (
  series: Series,
  act: SeriesAct,
  dates: readonly ActDate[],
): Pick<Series, 'acts'> | undefined => {
  const open = openActOf(series, act)
  const now = Object.fromEntries(
    dates.flatMap(({ ruleDate, booking }) => (booking ? [[ruleDate, booking.revision]] : [])),
  )
  const isNew =
    (act.stops && !open?.stops) || Object.keys(now).some((date) => open?.before[date] === undefined)
  if (series.bookedBy === undefined || !isNew) return undefined
  const others = (series.acts ?? []).filter((each) => each !== open)
  const stops = act.stops || open?.stops
  return { acts: [...others, { ...act, ...(stops && { stops }), before: { ...now, ...open?.before } }] }
}

/** Dates that somebody changed alone in the meantime are told alone. */
const isChangedBy = ({ kind, before }: OpenAct, { ruleDate, booking }: ActDate): boolean => {
  const revision = before[ruleDate]
  if (revision === undefined || !booking || booking.revision === revision || !isWithSeries(booking))
    return false
  return isActive(booking) === (kind === 'moved')
}

/** `told` is absent when the act has changed nothing. */
export const withEndedAct = (
  series: Series,
  open: OpenAct,
  dates: readonly ActDate[],
): Pick<Series, 'acts' | 'told'> => {
  const { before: _, ...act } = open
  const left = (series.acts ?? []).filter((each) => each !== open)
  const changed = dates.filter((each) => isChangedBy(open, each)).map(({ ruleDate }) => ruleDate)
  return {
    acts: left.length > 0 ? left : undefined,
    told: changed.length > 0 || act.stops ? { ...act, changed } : undefined,
  }
}
