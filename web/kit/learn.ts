import type { GrantView } from '../../shared/contracts/auth-views.ts'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Received, RequestLine } from '../../shared/contracts/request-line.ts'
import { deviceMemory } from './device-memory.ts'
import type { EarlyHook } from './early-hook.ts'
import { showKnown } from './frame/show-known.ts'
import { type Known, keepKnown, readKnown, type ToDo } from './known.ts'
import { forgetOwnAnswers } from './own-cache.ts'

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

const sitesOf = (grants: readonly GrantView[], { sites = {} }: Known): Record<string, ToDo> => {
  const found: Record<string, ToDo> = {}
  for (const { role, scope } of grants) {
    const [kind, site = ''] = scope.split(':')
    const { requests = 0, calls = 0 } = sites[site] ?? {}
    if (kind !== 'site') continue
    const toDo = { calls, ...(role !== 'mediator' && { requests }) }
    found[site] = { ...found[site], ...(role !== 'owner' && toDo) }
  }
  return found
}

/** The answers that tell something about who is signed in. */
const LESSONS: Lessons = {
  'POST /auth/sessions': () => ({}),
  'GET /me': ({ grants, secondFactor }, known) => {
    const isAt = (kind: RegExp) => grants.some(({ scope }) => kind.test(scope))
    return {
      ...known,
      association: isAt(/^association:/),
      wide: secondFactor && isAt(/^(network|departement)/),
      leads: secondFactor && grants.some(({ role }) => role === 'mediator'),
      sites: secondFactor ? sitesOf(grants, known) : {},
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
  'GET /me/today': ({ sites }, known) =>
    sites.reduce(
      (so, { id, requests, calls }) =>
        atSite(so, id, {
          ...(requests && { requests: requests.count }),
          ...(calls && { calls: calls.count }),
        }),
      known,
    ),
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
    deviceMemory.forgetTab()
    await forgetPerson()
  } else if (answer.ok) {
    // On a shared computer the session before, of somebody else, may have ended in silence.
    if (line === 'POST /auth/sessions') await forgetOwnAnswers()
    teach(line, site, answer.value as Received<typeof line>)
  }
  // The session has ended on its own, or was closed from another device.
  else if (answer.problem.code === 'signed-out' && readKnown()) await forgetPerson()
}
