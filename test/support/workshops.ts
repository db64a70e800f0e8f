import type { SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite, type Role } from '../../shared/domain/rights.ts'
import type { Space } from '../../shared/domain/space.ts'
import { aKey, anApi } from './api.ts'
import { anOpening, aSite, aSpace, range } from './builders.ts'
import { freshTable } from './engine.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'
import { holderIn } from './waitlist-entry.ts'

/** Six seats on Tuesday 24 November 2026, from 10:00 to 12:00. */
export const aWorkshopBody = (changes: Record<string, unknown> = {}) => ({
  site: '09410A',
  space: 'salle',
  date: '2026-11-24',
  start: '10:00',
  end: '12:00',
  title: 'Premiers pas sur internet',
  ...changes,
})

const opening = anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })

/** A room for workshops, lent from Monday to Saturday. */
export const aWorkshopRoom = (changes: Partial<Space> = {}): Space =>
  aSpace({
    id: 'salle' as SpaceId,
    name: 'Salle',
    capacity: 12,
    workshops: true,
    openings: [opening],
    ...changes,
  })

/** A site with a room for workshops, its mediator and people. */
export const aWorkshopStage = async (engine: RunningEngine, spaces: readonly Space[] = [aWorkshopRoom()]) => {
  const table = await freshTable(engine)
  await seed(table, aSite(), spaces)
  const api = anApi(table)
  let people = 0
  const somebody = (name?: string) => api.signIn(`person-${people++}@example.org`, name)
  const withRole = async (role: Role, name = 'Sophie') => {
    const cookie = await somebody(name)
    const holder = holderIn(cookie)
    await api.deps.grants.give(holder, { role, scope: atSite(aSite().id) })
    return { cookie, holder }
  }
  const mediator = await withRole('mediator')
  const planned = async (changes: Record<string, unknown> = {}, cookie = mediator.cookie) => {
    const answer = await api.call('POST', '/workshops', {
      body: aWorkshopBody(changes),
      headers: aKey(),
      cookie,
    })
    return answer
  }
  return {
    table,
    api,
    somebody,
    withRole,
    mediator,
    plan: planned,
    signUp: (workshop: string, cookie: string, headers = aKey(), on = api) =>
      on.call('POST', `/workshops/${workshop}/seats`, { headers, cookie }),
    /** Each request is a little later than the last. */
    wait: (workshop: string, cookie: string, on = api) => {
      api.clock.now = addMinutes(api.clock.now, 0.01)
      return on.call('POST', `/workshops/${workshop}/waits`, { cookie })
    },
    read: (workshop: string, cookie?: string) => api.call('GET', `/workshops/${workshop}`, { cookie }),
    cancel: (workshop: string, note?: string, cookie = mediator.cookie) =>
      api.call('POST', `/workshops/${workshop}/cancellation`, { body: note ? { note } : {}, cookie }),
    leave: (booking: string, cookie: string) => api.call('DELETE', `/bookings/${booking}`, { cookie }),
  }
}

export type WorkshopStage = Awaited<ReturnType<typeof aWorkshopStage>>
