import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import type { NewWaitlistEntry } from '../../shared/contracts/waitlist-views.ts'
import { dateIn, timeIn, useIn } from '../availability/choice.ts'
import { minutesOf } from '../kit/minutes-of.ts'

/** The time that a person waits for, carried by the address. */
export type WantedTime = Pick<NewWaitlistEntry, 'site' | 'date' | 'from' | 'to' | 'minutes' | 'use'> & {
  readonly places: number
  readonly around: boolean
}

const AROUND_KM = 10

export const waitOf = ({ around, ...wanted }: WantedTime): NewWaitlistEntry => ({
  ...wanted,
  ...(around && { radius: AROUND_KM }),
})

const fullHourIn = (query: URLSearchParams, name: string): string | undefined => {
  const time = timeIn(query, name)
  return time?.endsWith(':00') ? time : undefined
}

/** The wanted time in an address, with defaults for missing parts. */
export const wantedTimeIn = (
  query: URLSearchParams,
  { id, today, spaces }: Pick<SiteView, 'id' | 'today' | 'spaces'>,
): WantedTime => {
  const read = (name: string, pattern: RegExp) => pattern.exec(query.get(name) ?? '')?.[0]
  const [from = '08:00', to = '20:00'] = ['de', 'a'].map((name) => fullHourIn(query, name))
  return {
    site: id,
    date: dateIn(query) ?? today,
    ...(from < to ? { from, to } : { from: '08:00', to: '20:00' }),
    minutes: Number(read('duree', /^[1-9]\d{1,3}$/) ?? 120),
    use: useIn(query) ?? spaces.flatMap(({ uses }) => uses)[0] ?? 'desk',
    places: Number(read('places', /^[1-9]\d?$/) ?? 1),
    around: query.get('autour') === '1',
  }
}

export const waitAddress = ({ site, date, from, to, minutes, use, places, around }: WantedTime): string => {
  const query = new URLSearchParams({ site, date, de: from, a: to, duree: String(minutes), use })
  if (places > 1) query.set('places', String(places))
  if (around) query.set('autour', '1')
  return `/attendre?${query.toString().replaceAll('%3A', ':')}`
}

/** The durations that fit a window and the spaces for that use, in minutes. */
export const durationsOf = (
  spaces: readonly SpaceView[],
  { use, from, to }: Pick<WantedTime, 'use' | 'from' | 'to'>,
) => {
  const wanted = spaces.filter(({ uses }) => uses.includes(use))
  const window = minutesOf(to) - minutesOf(from)
  const fits = (minutes: number) =>
    minutes <= window &&
    wanted.some((each) => each.shortestMinutes <= minutes && minutes <= each.longestMinutes)
  return [30, 60, 90, 120, 180, 240, 360, 480, 720].filter(fits)
}
