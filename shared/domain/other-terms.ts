import type { Public } from './public.ts'
import { MINUTES_A_QUARTER } from './quarter.ts'
import { type Space, spaceFor } from './space.ts'

const OTHERS = ['member', 'subscriber'] as const

/** What a public may otherwise than everyone; `moreHours` when more is lent to it. */
export type OtherTerms = {
  readonly public: Exclude<Public, 'everyone'>
  readonly longestMinutes: number
  readonly horizonDays: number
  readonly moreHours: boolean
}

/** Terms of a space that differ from those of everyone. */
export const otherTermsOf = (space: Space): OtherTerms[] => {
  const all = spaceFor(space, 'everyone')
  return OTHERS.flatMap((who) => {
    const { limits, openings } = spaceFor(space, who)
    const { longestQuarters, horizonDays } = limits
    const isSame = longestQuarters === all.limits.longestQuarters && horizonDays === all.limits.horizonDays
    const moreHours = openings.length > all.openings.length
    if (isSame && !moreHours) return []
    return { public: who, longestMinutes: longestQuarters * MINUTES_A_QUARTER, horizonDays, moreHours }
  })
}
