import type { ConditionsRefusal } from './conditions.ts'
import type { QuotaRefusal } from './fair-use.ts'
import type { LocalDate } from './local-date.ts'
import type { OffGridRefusal } from './opening-grid.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { HourSkippedRefusal } from './skipped-hour.ts'
import type { Use } from './space.ts'

export type BookingRefusal =
  | { readonly kind: 'use-not-offered'; readonly uses: readonly Use[] }
  | { readonly kind: 'too-many-places'; readonly capacity: number }
  | { readonly kind: 'too-short'; readonly shortestMinutes: number }
  | { readonly kind: 'too-long'; readonly longestMinutes: number }
  | { readonly kind: 'past' }
  | { readonly kind: 'too-late'; readonly noticeMinutes: number }
  | { readonly kind: 'beyond-horizon'; readonly lastDate: LocalDate }
  | HourSkippedRefusal
  | {
      readonly kind: 'outside-opening'
      readonly open: readonly QuarterRange[]
      readonly holiday?: true | undefined
    }
  | OffGridRefusal
  | QuotaRefusal
  | { readonly kind: 'holder-busy' }
  | { readonly kind: 'taken'; readonly placesLeft: number }
  | { readonly kind: 'closed'; readonly reason: string }
  | ConditionsRefusal
