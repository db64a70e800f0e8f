export type DayPart = 'morning' | 'afternoon' | 'evening' | 'day'

type Hours = { readonly start: string; readonly end: string }

/** The part of a day that people call a range by; undefined for one around noon. */
export const dayPartOf = ({ start, end }: Hours): DayPart | undefined => {
  if (end <= '13:00') return 'morning'
  if (start >= '17:00') return 'evening'
  if (start >= '12:00') return end >= '15:00' && end <= '19:00' ? 'afternoon' : undefined
  return start <= '10:30' && end >= '16:00' ? 'day' : undefined
}
