import type { SpaceId } from '../../shared/domain/ids.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import { lentSpace } from '../proof/house.ts'
import { aBookingBody, aKey } from './api.ts'
import type { RunningEngine } from './start-engines.ts'
import { aWorkshopRoom, aWorkshopStage } from './workshops.ts'

/** A site with a desk room, a meeting room with approval, a room for workshops, staff and people. */
export const aStaffStage = async (engine: RunningEngine) => {
  const spaces = withOverlappingSpaces([
    lentSpace('bureau', { capacity: 5 }),
    lentSpace('reunion', { name: 'Salle de réunion', capacity: 8, approval: { hours: 48 } }),
    aWorkshopRoom({ id: 'salle' as SpaceId, capacity: 12 }),
  ])
  if (!spaces.ok) throw new Error(spaces.error.kind)
  const stage = await aWorkshopStage(engine, spaces.value)
  const [manager, agent] = [
    await stage.withRole('manager', 'Dominique'),
    await stage.withRole('agent', 'Claude'),
  ]
  const call = (cookie: string, method: string, path: string, body?: object) =>
    stage.api.call(method, path, {
      cookie,
      ...(body && { body }),
      ...(method === 'POST' && { headers: aKey() }),
    })
  return {
    ...stage,
    manager,
    agent,
    as: call,
    book: (cookie: string, changes: Record<string, unknown> = {}) =>
      call(cookie, 'POST', '/bookings', aBookingBody(changes)),
    planning: (cookie: string, query = '') => call(cookie, 'GET', `/sites/09410A/planning${query}`),
  }
}

export type StaffStage = Awaited<ReturnType<typeof aStaffStage>>
