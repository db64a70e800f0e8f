import { textIn } from '../kit/text-in.ts'
import type { SetUp } from './set-up.ts'

type Limits = SetUp['limits']
type Fields = Pick<FormData, 'get'>

/** Who may have other limits than everyone. */
export const OTHERS = ['member', 'subscriber'] as const
export type Other = (typeof OTHERS)[number]

/** The limits that may differ by audience; other stored fields stay. */
export const OTHERS_LIMITS = ['shortestMinutes', 'longestMinutes', 'noticeMinutes', 'horizonDays'] as const

export const ARRIVALS = ['', 'said', 'released'] as const
export type Arrival = (typeof ARRIVALS)[number]

export const arrivalOf = ({ checkIn }: SetUp): Arrival =>
  !checkIn ? '' : checkIn.releases ? 'released' : 'said'

/** An empty field, or the first choice of a list, says nothing. */
const given = <K extends string>(
  key: K,
  form: Fields,
  name: string = key,
): { readonly [Name in K]?: number } => {
  const text = textIn(form, name)
  return text === '' ? {} : ({ [key]: Number(text) } as { [Name in K]: number })
}

const readLimits = (form: Fields): Limits => ({
  shortestMinutes: Number(form.get('shortestMinutes')),
  longestMinutes: Number(form.get('longestMinutes')),
  noticeMinutes: Number(form.get('noticeMinutes')),
  horizonDays: Number(form.get('horizonDays')),
  ...given('gridMinutes', form),
  ...given('cancelBeforeMinutes', form),
  ...given('takeBackNoticeDays', form),
})

export const fieldOf = (other: Other, limit: (typeof OTHERS_LIMITS)[number]): string => `${other}-${limit}`

const readOthers = (form: Fields, { limitsFor = {} }: SetUp): Pick<SetUp, 'limitsFor'> => {
  const own = OTHERS.map((other) => {
    const kept = Object.entries(limitsFor[other] ?? {}).filter(
      ([key]) => !OTHERS_LIMITS.some((each) => each === key),
    )
    const said = OTHERS_LIMITS.map((limit) => given(limit, form, fieldOf(other, limit)))
    return [other, Object.assign(Object.fromEntries(kept), ...said)] as const
  })
  const differing = own.filter(([, limits]) => Object.keys(limits).length > 0)
  return differing.length > 0 ? { limitsFor: Object.fromEntries(differing) } : {}
}

const readFairUse = (form: Fields): Pick<SetUp, 'fairUse'> => {
  const missed = { ...given('most', form, 'missed'), ...given('days', form, 'missedDays') }
  const fairUse = {
    ...given('activeBookings', form),
    ...given('hoursAWeek', form),
    ...(Object.keys(missed).length > 0 && { noShows: { most: Number.NaN, days: Number.NaN, ...missed } }),
  }
  return Object.keys(fairUse).length > 0 ? { fairUse } : {}
}

const readCheckIn = (form: Fields): Pick<SetUp, 'checkIn'> => {
  const arrival = textIn(form, 'arrival')
  if (arrival === '') return {}
  const [opensMinutes, closesMinutes] = [Number(form.get('opensMinutes')), Number(form.get('closesMinutes'))]
  return { checkIn: { opensMinutes, closesMinutes, releases: arrival === 'released' } }
}

/** A set-up with the rules of a form; the rest stays. */
export const withRules = (setUp: SetUp, form: Fields): SetUp => {
  const { limitsFor: _, fairUse: __, checkIn: ___, approval: ____, ...rest } = setUp
  const { hours } = given('hours', form, 'approval')
  return {
    ...rest,
    limits: readLimits(form),
    buffers: {
      beforeMinutes: Number(form.get('beforeMinutes')),
      afterMinutes: Number(form.get('afterMinutes')),
    },
    ...readOthers(form, setUp),
    ...readFairUse(form),
    ...readCheckIn(form),
    ...(hours !== undefined && { approval: { hours } }),
  }
}

/** Moves the limits of `everyone` into the common ones; other audiences keep what those replace. */
export const withOneForEveryone = (setUp: SetUp): SetUp => {
  const { limits, limitsFor: { everyone, ...others } = {} } = setUp
  if (!everyone) return setUp
  const replaced = Object.fromEntries(Object.entries(limits).filter(([key]) => key in everyone))
  const limitsFor = Object.fromEntries(OTHERS.map((other) => [other, { ...replaced, ...others[other] }]))
  return { ...setUp, limits: { ...limits, ...everyone } as Limits, limitsFor }
}

export type RuleError =
  | 'longest'
  | 'horizon'
  | 'active-bookings'
  | 'hours-a-week'
  | 'hours-below-shortest'
  | 'missed'
  | 'missed-days'

const DAY_MINUTES = 1440

const wholeIn = (value: number | undefined, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)

const errorsOfLimits = (limits: Limits, at: (limit: (typeof OTHERS_LIMITS)[number]) => string) => ({
  ...(limits.longestMinutes < limits.shortestMinutes && { [at('longestMinutes')]: 'longest' as const }),
  ...(limits.horizonDays * DAY_MINUTES < limits.noticeMinutes && { [at('horizonDays')]: 'horizon' as const }),
})

/** Errors by field: rules under which nobody could book, and values that are not numbers. */
export const errorsOfRules = ({ limits, limitsFor = {}, fairUse = {} }: SetUp): Record<string, RuleError> => {
  const { activeBookings, hoursAWeek, noShows } = fairUse
  const others = OTHERS.filter((other) => limitsFor[other])
  return {
    ...errorsOfLimits(limits, (limit) => limit),
    ...(!wholeIn(activeBookings, 1000) && { activeBookings: 'active-bookings' as const }),
    ...(!wholeIn(hoursAWeek, 168) && { hoursAWeek: 'hours-a-week' as const }),
    ...(hoursAWeek !== undefined &&
      hoursAWeek * 60 < limits.shortestMinutes && { hoursAWeek: 'hours-below-shortest' as const }),
    ...(!wholeIn(noShows?.most, 100) && { missed: 'missed' as const }),
    ...(!wholeIn(noShows?.days, 366) && { missedDays: 'missed-days' as const }),
    ...Object.assign(
      {},
      ...others.map((other) =>
        errorsOfLimits({ ...limits, ...limitsFor[other] } as Limits, (limit) => fieldOf(other, limit)),
      ),
    ),
  }
}
