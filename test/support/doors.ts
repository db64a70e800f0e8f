import { tellLock } from '../../functions/jobs/tell-tools/tell-lock.ts'
import type { BookingId, DoorId, SpaceId } from '../../shared/domain/ids.ts'
import type { Door } from '../../shared/domain/space.ts'
import { doorStore } from '../../shared/store/door-store.ts'
import { anApi } from './api.ts'
import { aSite, aSpace } from './builders.ts'
import { freshTable } from './engine.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'

const behind = (id: string, door: string, way: Pick<Door, 'byHand'> = {}) =>
  aSpace({
    id: id as SpaceId,
    name: id,
    capacity: 50,
    access: { kind: 'door-code', door: { id: door as DoorId, digits: 6, ...way } },
  })

/** A site with three keypads, one typed in by hand, and a room without; and what tells the doors. */
export const aDoorStage = async (engine: RunningEngine) => {
  const table = await freshTable(engine)
  await seed(table, aSite(), [
    behind('bureau', 'entree'),
    behind('annexe', 'cour'),
    behind('atelier', 'jardin', { byHand: true }),
    aSpace({ id: 'salle' as SpaceId }),
  ])
  const doors = doorStore(table, ['k'.repeat(40)])
  const api = anApi(table, { doors })
  const told: string[] = []
  /** Delivers a booking of the stream; answers the code that the door was told, if any. */
  const tell = async (id: string): Promise<string | undefined> => {
    const booking = await api.deps.bookings.findBooking(id as BookingId)
    if (!booking) throw new Error('no such booking')
    const locks = { grant: async (_: unknown, code: string) => void told.push(code), revoke: async () => {} }
    await tellLock({ booking, from: undefined }, { ...api.deps, doors, locks })
    return told.at(-1)
  }
  return { table, api, tell }
}
