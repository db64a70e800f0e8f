import type { BookingView, NewBooking } from '../../shared/contracts/booking-views.ts'
import { parseLocalDate } from '../../shared/domain/local-date.ts'
import { parseQuarter } from '../../shared/domain/quarter.ts'

/** The time that a person has chosen, carried by the address from step to step. */
export type Choice = Omit<NewBooking, 'places'> & { readonly places: number }

const USES = ['desk', 'room'] as const

export const useIn = (query: URLSearchParams): Choice['use'] | undefined =>
  USES.find((use) => use === query.get('use'))

/** The choice that a booking holds; a room counts as one place. */
export const choiceOf = ({
  site,
  space,
  date,
  start,
  end,
  use,
  places,
  association,
}: BookingView): Choice => ({
  site: site.id,
  space: space.id,
  date,
  start,
  end,
  use,
  places: use === 'room' ? 1 : places,
  ...(association && { as: association }),
})

type Time = Pick<Choice, 'date' | 'start' | 'end'>

export const isSameTime = (one: Time, other: Time | undefined): boolean =>
  one.date === other?.date && one.start === other.start && one.end === other.end

/** A date of the calendar in an address; undefined when it is missing or does not exist. */
export const dateIn = (query: URLSearchParams): string | undefined => parseLocalDate(query.get('date') ?? '')

/** A time on the quarter of an hour in an address; undefined when it is missing or does not exist. */
export const timeIn = (query: URLSearchParams, name: string): string | undefined => {
  const text = query.get(name) ?? ''
  return parseQuarter(text) === undefined ? undefined : text
}

/** Undefined when a part is missing or malformed. */
export const choiceIn = (query: URLSearchParams): Choice | undefined => {
  const read = (name: string, pattern: RegExp) => pattern.exec(query.get(name) ?? '')?.[0]
  const site = read('site', /^[0-9A-Z]{4,8}$/i)?.toUpperCase()
  const space = read('espace', /^[a-z0-9-]{1,40}$/)
  const date = dateIn(query)
  const [start, end] = [timeIn(query, 'de'), timeIn(query, 'a')]
  const use = useIn(query)
  const as = read('pour', /^[0-9a-z]{20}$/)
  if (!site || !space || !date || !start || !end || !use) return undefined
  const places = Number(read('places', /^[1-9]\d?$/) ?? 1)
  return { site, space, date, start, end, use, places, ...(as && { as }) }
}

const queryOf = ({ site, space, date, start, end, use, places, as }: Choice): string => {
  const query = new URLSearchParams({ site, espace: space, use, date, de: start, a: end })
  if (places > 1) query.set('places', String(places))
  if (as) query.set('pour', as)
  return query.toString().replaceAll('%3A', ':')
}

export const chooseAddress = (choice: Choice): string => `/reserver?${queryOf(choice)}`
export const detailsAddress = (choice: Choice): string => `/coordonnees?${queryOf(choice)}`
export const repeatAddress = (choice: Choice): string => `/repeter?${queryOf(choice)}`
export const repeatBookingAddress = (booking: BookingView): string =>
  `${repeatAddress(choiceOf(booking))}&reservation=${booking.id}`
export const acceptAddress = (choice: Choice, next = detailsAddress(choice)): string =>
  `/accepter?${new URLSearchParams({
    lieu: choice.site,
    ...(choice.as && { pour: choice.as }),
    next,
  })}`
export const codeAddress = (choice: Choice): string => `/code?${queryOf(choice)}`
export const moveAddress = (id: string, to: Choice): string => `/deplacer?id=${id}&${queryOf(to)}`
