import { hashOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SpaceId } from '../../shared/domain/ids.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { type Answer, aBookingBody, aKey, anApi } from './api.ts'
import { anOpening, aSite, aSpace, range } from './builders.ts'
import { freshTable } from './engine.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'

const opening = anOpening({
  basis: 'fixed',
  window: range('08:00-20:00'),
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  onHolidays: true,
})
const limits = { noticeMinutes: 0, horizonDays: 20_000, shortestQuarters: 1, longestQuarters: 48 }

export const lentFloor = (id: string, capacity: number, parts: string[] = []) =>
  aSpace({ id: id as SpaceId, name: id, capacity, openings: [opening], limits, parts: parts as SpaceId[] })

const related = (spaces: ReturnType<typeof lentFloor>[]) => {
  const result = withOverlappingSpaces(spaces)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

export const NEAR = aSite({ id: '09439A' as never, name: 'Orbais', position: { lat: 48.9, lon: 3.6 } })
export const FAR = aSite({ id: '09999A' as never, name: 'Reims', position: { lat: 49.25, lon: 4.03 } })

const TUESDAY_MORNING = { date: '2026-11-24', start: '08:00', end: '12:00' }

export const aClosureBody = (changes: Record<string, unknown> = {}) => ({
  kind: 'unexpected',
  reason: 'Fuite d’eau',
  from: '2026-11-24',
  ...changes,
})

export type Spaces = ReturnType<typeof lentFloor>[]

/** A site with a manager, one site near and one far, and people who book there. */
export const aClosureStage = async (
  engine: RunningEngine,
  {
    here = [lentFloor('bureau', 2)],
    near = [],
    far = [],
  }: { here?: Spaces; near?: Spaces; far?: Spaces } = {},
) => {
  const table = await freshTable(engine)
  const api = anApi(table)
  await seed(table, aSite(), related(here))
  await seed(table, NEAR, related(near))
  await seed(table, FAR, related(far))
  let people = 0
  const somebody = async () => {
    const email = `closure-${people++}@example.org`
    const cookie = await api.signIn(email)
    return { cookie, holder: (await api.deps.identities.findByEmail(hashOf('email', email))) as HolderId }
  }
  const manager = await somebody()
  await api.deps.grants.give(manager.holder, { role: 'manager', scope: atSite(aSite().id) })
  const path = `/sites/${aSite().id}/closures`
  return {
    table,
    api,
    manager,
    somebody,
    book: async (cookie: string, changes: object = {}): Promise<Answer> =>
      api.call('POST', '/bookings', {
        body: aBookingBody({ ...TUESDAY_MORNING, ...changes }),
        headers: aKey(),
        cookie,
      }),
    read: async (cookie: string, id: string) => (await api.call('GET', `/bookings/${id}`, { cookie })).body,
    mine: async (cookie: string) => (await api.call('GET', '/me/bookings', { cookie })).body.bookings,
    close: (
      changes: object = {},
      headers = aKey(),
      { on = api, cookie = manager.cookie } = {},
    ): Promise<Answer> => on.call('POST', path, { body: aClosureBody({ ...changes }), headers, cookie }),
    preview: (changes: object = {}, on = api): Promise<Answer> =>
      on.call('POST', `/sites/${aSite().id}/closure-preview`, {
        body: aClosureBody({ ...changes }),
        cookie: manager.cookie,
      }),
    reopen: (id: string, cookie = manager.cookie) => api.call('DELETE', `${path}/${id}`, { cookie }),
    report: (id: string, cookie = manager.cookie) => api.call('GET', `${path}/${id}`, { cookie }),
    list: async () => (await api.call('GET', path)).body.closures,
    freeOn: async (day: string, space = 'bureau') => {
      const { body } = await api.call('GET', `/sites/${aSite().id}/availability?from=${day}&days=1`)
      return body.days[0].spaces.find((each: { space: string }) => each.space === space)
    },
  }
}

export type ClosureStage = Awaited<ReturnType<typeof aClosureStage>>
