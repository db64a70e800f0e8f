import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Received, RequestLine } from '../../shared/contracts/request-line.ts'
import { deviceMemory } from './device-memory.ts'
import type { EarlyHook } from './early-hook.ts'
import { showKnown } from './frame/show-known.ts'
import { type Known, keepKnown, readKnown, type ToDo } from './known.ts'
import { forgetOwnAnswers } from './own-cache.ts'
import { tabMemory } from './tab-memory.ts'

type Lessons = {
  readonly [Line in RequestLine]?: (value: Received<Line>, known: Known, site: string) => Known
}

type Listed = { readonly bookings: readonly BookingView[] }
type Waiting = { readonly waits: readonly { readonly status: string }[] }

const isHeld = ({ status }: BookingView): boolean => status === 'offered' || status === 'requested'
const isShown = (booking: BookingView): boolean =>
  isHeld(booking) || booking.status === 'confirmed' || booking.status === 'attended'

const atSite = (known: Known, site: string, toDo: ToDo): Known =>
  known.sites?.[site]
    ? { ...known, sites: { ...known.sites, [site]: { ...known.sites[site], ...toDo } } }
    : known

/** The answers that tell something about who is signed in. */
const LESSONS: Lessons = {
  'POST /auth/sessions': () => ({}),
  'GET /me': ({ grants, secondFactor }, known) => {
    const scopes = grants.map(({ scope }) => scope)
    const staffed = secondFactor ? scopes.filter((scope) => scope.startsWith('site:')) : []
    const sites = staffed.map((scope) => scope.slice('site:'.length))
    return {
      ...known,
      association: scopes.some((scope) => scope.startsWith('association:')),
      wide: secondFactor && scopes.some((scope) => /^(network|departement)/.test(scope)),
      sites: Object.fromEntries(sites.map((site) => [site, known.sites?.[site] ?? {}])),
    }
  },
  'GET /me/bookings': ({ bookings, associations }, known) => {
    const all = [{ bookings }, ...associations].flatMap((each: Listed) => each.bookings)
    return { ...known, held: all.filter(isHeld).length, booked: all.some(isShown) }
  },
  'GET /me/waits': ({ waits, associations }, known) => {
    const all = [{ waits }, ...associations].flatMap((each: Waiting) => each.waits)
    return { ...known, waits: all.filter(({ status }) => status === 'waiting').length }
  },
  'POST /bookings': (_, known) => ({ ...known, booked: true }),
  'GET /sites/:site/requests': ({ requests }, known, site) =>
    atSite(known, site, { requests: requests.length }),
  'GET /sites/:site/calls': ({ calls }, known, site) => atSite(known, site, { calls: calls.length }),
}

const ENDS: readonly RequestLine[] = ['DELETE /auth/sessions', 'DELETE /me/sessions', 'DELETE /me']

/** Places too: on a shared computer they would tell who was there. */
const forgetPerson = async (): Promise<void> => {
  deviceMemory.forgetAll()
  await forgetOwnAnswers()
  showKnown()
}

const teach = <Line extends RequestLine>(line: Line, site: string, value: Received<Line>): void => {
  const lesson = LESSONS[line]
  if (!lesson) return
  keepKnown(lesson(value, readKnown() ?? {}, site))
  showKnown()
}

/** Remembers what an answer tells about the person, and forgets all of it with the session. */
export const learn: EarlyHook['learn'] = async (line, [site = ''], answer) => {
  if (answer.ok && ENDS.includes(line)) {
    tabMemory.forgetAll()
    await forgetPerson()
  } else if (answer.ok) teach(line, site, answer.value as Received<typeof line>)
  // The session has ended on its own, or was closed from another device.
  else if (answer.problem.code === 'signed-out' && readKnown()) await forgetPerson()
}
