import { parseLocalDate } from '../../shared/domain/local-date.ts'
import { parseQuarter } from '../../shared/domain/quarter.ts'
import { ACCESS_KINDS } from '../../shared/domain/space.ts'

export const USES = ['desk', 'room', 'workshop'] as const

/** From six in the evening on. */
export const EVENING = '18:00'

const isOneOf =
  (values: readonly string[]) =>
  (text: string): boolean =>
    values.includes(text)

const isLike =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text)

/** Where is searched; the first one in the address counts. */
const WHERE = {
  locality: isLike(/^\d[\dAB]\d{0,3}$/),
  near: isLike(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/),
  departement: isLike(/^(\d{2}|2[AB]|9[78]\d)$/),
  q: (text: string) => text.length > 0,
}

const FILTERS = {
  date: (text: string) => parseLocalDate(text) !== undefined,
  after: (text: string) => parseQuarter(text) !== undefined,
  people: isLike(/^[1-9]\d?$/),
  stepFree: isOneOf(['yes']),
  free: isOneOf(['yes']),
  access: isOneOf(ACCESS_KINDS),
}

export type Filter = keyof typeof FILTERS

/** What somebody looks for, as the address of the page and the API say it. */
export type Wanted = {
  readonly [Name in keyof typeof WHERE | Filter | 'use']?: string
}

const MOST_LETTERS = 80

const read = (query: URLSearchParams, checks: Readonly<Record<string, (text: string) => boolean>>) =>
  Object.entries(checks).flatMap(([name, isGood]): [string, string][] => {
    const text = query.get(name)?.trim().slice(0, MOST_LETTERS) ?? ''
    return isGood(text) ? [[name, text]] : []
  })

/** What an address asks for; a part that is malformed or over counts as missing. */
export const wantedIn = (query: URLSearchParams, today: string): Wanted => {
  const filters = read(query, { use: isOneOf(USES), ...FILTERS })
  return Object.fromEntries([
    ...read(query, WHERE),
    ...filters.filter(([name, text]) => name !== 'date' || text >= today),
  ])
}

const WHERE_NAMES = Object.keys(WHERE) as (keyof typeof WHERE)[]

/** The one place that is searched around; nothing when the address names none. */
const whereOf = (wanted: Wanted): Wanted | undefined => {
  const name = WHERE_NAMES.find((each) => wanted[each] !== undefined)
  return name && { [name]: wanted[name] }
}

/** What is wanted, wherever that is. */
export const wishesOf = ({ locality: _l, near: _n, departement: _d, q: _q, ...wishes }: Wanted): Wanted =>
  wishes

/** Where that is, in all the ways that the address says it. */
export const placeOf = ({ locality, near, departement, q }: Wanted): Wanted => ({
  ...(locality && { locality }),
  ...(near && { near }),
  ...(departement && { departement }),
  ...(q && { q }),
})

const MOST_PLACES = '30'

/** The question to the API: one place, and all that is wanted; none without a place. */
export const questionOf = (wanted: Wanted) => {
  const where = whereOf(wanted)
  return where && { ...where, ...wishesOf(wanted), limit: MOST_PLACES }
}

export const filtersOf = (wanted: Wanted): Filter[] =>
  (Object.keys(FILTERS) as Filter[]).filter((name) => wanted[name] !== undefined)

export const resultsAddress = (wanted: Wanted, page = '/lieux'): string => {
  const query = new URLSearchParams(Object.entries(wanted)).toString()
  return query ? `${page}?${query.replaceAll('%3A', ':').replaceAll('%2C', ',')}` : page
}

/** The same search without one of its filters. */
export const without = (wanted: Wanted, filter: Filter): Wanted => {
  const { [filter]: _, ...rest } = wanted
  return rest
}
