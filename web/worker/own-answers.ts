import { KEPT_AT, OWN_ANSWERS } from '../kit/own-cache.ts'
import { nameOf } from './page-shells.ts'

const LAST_DAY = 'x-last-day'

const OWN_LISTS = ['/api/me', '/api/me/bookings', '/api/me/waits']

const isRoll = (path: string): boolean => /^\/api\/workshops\/[0-9a-z]+\/attendance$/.test(path)

const isBooking = (path: string): boolean => /^\/api\/bookings\/[0-9a-z]+$/.test(path)

/**
 * Only pages of the person's own keep answers: staff reads the bookings of others by the same address. The roll
 * of a workshop is kept until the evening, for the room where it is noted.
 */
export const isOwn = (path: string, page: string): boolean => {
  const name = nameOf(page)
  if (name === 'reservation') return isBooking(path)
  if (name === 'presences') return isRoll(path)
  return (name === '' || name === 'mes-reservations') && (OWN_LISTS.includes(path) || isBooking(path))
}

/** The answers that an open page has asked for before the worker was there. */
export const ownAddressesOf = ({ pathname, searchParams }: URL): readonly string[] => {
  const name = nameOf(pathname)
  if (name === 'mes-reservations') return OWN_LISTS
  const id = searchParams.get('id')
  if (name === 'presences') return [`/api/workshops/${id}/attendance`].filter(isRoll)
  return name === 'reservation' ? [`/api/bookings/${id}`].filter(isBooking) : []
}

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

const lastDayIn = (body: string): string =>
  [...body.matchAll(/"date":"([\d-]{10})"/g)].reduce((last, [, day = '']) => (day > last ? day : last), '')

/** Erases each answer after its last day; those without a day go with the last one that has one. */
export const erasePast = async (now = new Date()): Promise<void> => {
  if (!(await caches.has(OWN_ANSWERS))) return
  const own = await caches.open(OWN_ANSWERS)
  const today = dayOf(now)
  let left = 0
  for (const request of await own.keys()) {
    const day = (await own.match(request))?.headers.get(LAST_DAY) ?? ''
    if (day >= today) left += 1
    else if (day) await own.delete(request)
  }
  if (left === 0) await caches.delete(OWN_ANSWERS)
}

type Answered = { readonly status: number; readonly body: string }

/** Keeps an answer; one that says that the person is signed out erases all of them. */
export const keepOwn = async (path: string, { status, body }: Answered): Promise<void> => {
  if (status === 401) {
    await caches.delete(OWN_ANSWERS)
    return
  }
  const own = await caches.open(OWN_ANSWERS)
  if (status === 404) await own.delete(path)
  if (status !== 200) return
  const headers = {
    'content-type': 'application/json',
    [KEPT_AT]: new Date().toISOString(),
    [LAST_DAY]: lastDayIn(body),
  }
  await own.put(path, new Response(body, { headers }))
}

export const findOwn = async (path: string): Promise<Response | undefined> => {
  await erasePast()
  return (await caches.has(OWN_ANSWERS)) ? (await caches.open(OWN_ANSWERS)).match(path) : undefined
}
