import type { WeekView } from '../../shared/contracts/week-views.ts'
import { laterDate } from '../kit/later-date.ts'

const SUNDAY = 6

/** From Monday, 0, to Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7

export const mondayOf = (date: string): string => laterDate(date, -weekdayOf(date))

export type LedDay = { readonly date: string; readonly workshops: WeekView['workshops'] }

/** From Monday to Saturday, and Sunday when there is something. */
export const daysOf = ({ from, workshops }: Pick<WeekView, 'from' | 'workshops'>): LedDay[] =>
  Array.from({ length: 7 }, (_, at) => laterDate(from, at))
    .map((date) => ({ date, workshops: workshops.filter((each) => each.date === date) }))
    .filter((day, at) => at < SUNDAY || day.workshops.length > 0)

/** `"17,5"` in half-hours; null for an empty field, undefined for what cannot be. */
export const hoursIn = (text: string): number | null | undefined => {
  if (text === '') return null
  const number = Number(text.replace(',', '.'))
  return number >= 1 && number <= 60 && Number.isInteger(number * 2) ? number : undefined
}
