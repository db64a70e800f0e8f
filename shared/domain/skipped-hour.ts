import { skippedHourOn, type TimeZone } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { formatQuarter } from './quarter.ts'
import { minusRanges, type QuarterRange } from './quarter-range.ts'

/** The door's clock is put forward from one time to the other: it shows none of those between. */
export type HourSkippedRefusal = { readonly kind: 'hour-skipped'; readonly from: string; readonly to: string }

type Window = QuarterRange & { readonly date: LocalDate }

/** Why so many quarters in a row are never to be had in a window, when that is the change of the clock. */
export const hourSkippedRefusal = (
  { date, start, end }: Window,
  quarters: number,
  zone: TimeZone,
): HourSkippedRefusal | undefined => {
  const skipped = skippedHourOn(date, zone)
  if (!skipped) return undefined
  const shown = minusRanges([{ start, end }], [skipped])
  if (shown.some((range) => range.end - range.start >= quarters)) return undefined
  return { kind: 'hour-skipped', from: formatQuarter(skipped.start), to: formatQuarter(skipped.end) }
}
