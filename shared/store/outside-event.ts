import type { OutsideCalendar } from '../domain/outside-calendar.ts'
import type { Item } from './client.ts'
import { keyOf } from './keys/key.ts'
import { OUTSIDE_CALENDARS } from './keys/outside-keys.ts'
import { outsideCalendarOf } from './outside-item.ts'

export type OutsideEvent = {
  readonly kind: 'outside-unread'
  readonly id: string
  readonly calendar: OutsideCalendar
}

export const isOutside = ({ sk }: Item): boolean => String(sk).startsWith(OUTSIDE_CALENDARS)

/** A calendar elsewhere of which those in charge are told that it cannot be read. */
export const outsideEventOf = (from: Item | undefined, to: Item): OutsideEvent | undefined => {
  const { pk, sk } = keyOf(to)
  const calendar = outsideCalendarOf(to)
  const { toldAt } = calendar
  if (toldAt === undefined || (from && outsideCalendarOf(from).toldAt === toldAt)) return undefined
  return { kind: 'outside-unread', id: `${pk}#${sk}#${toldAt}`, calendar }
}
