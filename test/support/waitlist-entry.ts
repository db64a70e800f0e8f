import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SiteId, SpaceId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { anApi } from './api.ts'
import { date, NOW, range } from './builders.ts'

let waits = 0

/** Waits for the whole time from 08:00 to 12:00 at the site of the tests. */
export const aWaitlistEntry = (holder: HolderId, changes: Partial<WaitlistEntry> = {}): WaitlistEntry => ({
  id: idOf('wait', String(waits)) as WaitlistEntryId,
  holder,
  sites: ['09410A' as SiteId],
  space: 'bureau' as SpaceId,
  date: date('2026-11-24'),
  ...range('08:00-12:00'),
  quarters: 16,
  use: 'desk',
  places: 1,
  channel: 'web',
  askedAt: (NOW + waits++) as WaitlistEntry['askedAt'],
  ticket: 0,
  status: 'waiting',
  ...changes,
})

export type Api = ReturnType<typeof anApi>

export const holderOf = async ({ deps }: Api, email: string): Promise<HolderId> => {
  const holder = await deps.identities.findByEmail(hashOf('email', email))
  if (!holder) throw new Error('nobody has that address')
  return holder
}

/** The holder of a session cookie. */
export const holderIn = (cookie: string): HolderId =>
  cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf('.')) as HolderId

/** The booking offered for a waitlist entry. */
export const offeredTo = async ({ deps }: Api, { id }: Pick<WaitlistEntry, 'id'>): Promise<string> => {
  const wait = await deps.waitlist.findEntry(id)
  if (!wait?.booking) throw new Error('nothing is offered')
  return wait.booking
}
