import type { Booking } from './booking.ts'
import { isActive, isWithSeries } from './booking-state.ts'
import { addMinutes, type Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { OpenAct, Series, SeriesAct } from './series.ts'

export type ActDate = { readonly ruleDate: LocalDate; readonly booking?: Booking | undefined }

const isSameAct = (one: SeriesAct, other: SeriesAct): boolean =>
  one.kind === other.kind && one.by === other.by

export const openActOf = ({ acts = [] }: Pick<Series, 'acts'>, wanted: SeriesAct): OpenAct | undefined =>
  acts.find((act) => isSameAct(act, wanted))

/** What is still open after so long was interrupted: its request has ended. */
const ENDED_AFTER_MINUTES = 10

export const actIsDueAt = ({ begunAt }: Pick<OpenAct, 'begunAt'>): Instant =>
  addMinutes(begunAt, ENDED_AFTER_MINUTES)

export const dueActsOf = ({ acts = [] }: Pick<Series, 'acts'>, now: Instant): readonly OpenAct[] =>
  acts.filter((act) => actIsDueAt(act) <= now)

/** A date belongs to the act that took it up last. */
const withoutDates = (act: OpenAct, dates: Readonly<Record<string, number>>): OpenAct => ({
  ...act,
  before: Object.fromEntries(Object.entries(act.before).filter(([date]) => dates[date] === undefined)),
})

/** An act that was interrupted goes on. Undefined where there is nothing to tell of. */
export const withOpenAct = (
  series: Series,
  act: Omit<OpenAct, 'before'>,
  dates: readonly ActDate[],
): { readonly acts: readonly OpenAct[] } | undefined => {
  const open = openActOf(series, act)
  const now = Object.fromEntries(
    dates.flatMap(({ ruleDate, booking }) => (booking ? [[ruleDate, booking.revision]] : [])),
  )
  const isEmpty = !open && !act.stops && Object.keys(now).length === 0
  if (isEmpty) return undefined
  const others = (series.acts ?? []).filter((each) => each !== open).map((each) => withoutDates(each, now))
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
  const { before: _, begunAt: __, ...act } = open
  const left = (series.acts ?? []).filter((each) => each !== open)
  const changed = dates.filter((each) => isChangedBy(open, each)).map(({ ruleDate }) => ruleDate)
  return {
    acts: left.length > 0 ? left : undefined,
    told: changed.length > 0 || act.stops ? { ...act, changed } : undefined,
  }
}
