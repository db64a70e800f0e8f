import { skippedHourOn, type TimeZone } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { formatQuarter } from './quarter.ts'
import { minusRanges, type QuarterRange } from './quarter-range.ts'

export type HourSkippedRefusal = { readonly kind: 'hour-skipped'; readonly from: string; readonly to: string }

type Window = QuarterRange & { readonly date: LocalDate }

/** Refuses a window in which only the skipped hour prevents so many quarters in a row. */
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
