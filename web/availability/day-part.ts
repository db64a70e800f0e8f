export type DayPart = 'morning' | 'afternoon' | 'evening' | 'day'

type Hours = { readonly start: string; readonly end: string }

const hoursOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

const LONG_HOURS = 6

/** The part of a day that people call a range by; undefined for a short range over noon. */
export const dayPartOf = ({ start, end }: Hours): DayPart | undefined => {
  if (end <= '13:00') return 'morning'
  if (start >= '17:00') return 'evening'
  if (start >= '12:00' && end <= '19:00') return 'afternoon'
  return hoursOf(end) - hoursOf(start) >= LONG_HOURS ? 'day' : undefined
}
