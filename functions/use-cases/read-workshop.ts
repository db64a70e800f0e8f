import { type SeatsLeft, seatsLeftIn } from '../../shared/domain/appointments.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asOf, isActive } from '../../shared/domain/booking-state.ts'
import type { HolderId, WaitlistEntryId, WorkshopId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { mayBeOffered, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatIn, seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { idOf } from './hash.ts'

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'waitlist' | 'workshops' | 'now'>

export type OwnParticipation =
  | { readonly seat: Booking }
  | { readonly rank: number; readonly wait: WaitlistEntry; readonly notBefore?: LocalDate | undefined }

export type WorkshopDetails = SeatsLeft & {
  readonly workshop: Workshop
  readonly site: Site
  readonly space?: Space | undefined
  readonly waiting: number
  readonly mine?: OwnParticipation | undefined
}

/** Only for display: the index lags by milliseconds, and the own day decides. */
export const findSeat = async (
  holder: HolderId,
  { id, date }: Workshop,
  { bookings, now }: Pick<Deps, 'bookings' | 'now'>,
): Promise<Booking | undefined> =>
  (await bookings.listOwnDay(holder, date)).find(
    (booking) => seatIn(booking) === id && isActive(asOf(booking, now())),
  )

const LAST_RANK = 1000
/** How often one person may start waiting for one workshop. */
export const MOST_WAITS_A_WORKSHOP = 20

/** Waits are numbered, so that two at once are the same. Answers the last and the next identifier, if any. */
export const lastWaitlistEntry = async (
  holder: HolderId,
  workshop: WorkshopId,
  { waitlist }: Pick<Deps, 'waitlist'>,
): Promise<{ readonly last?: WaitlistEntry | undefined; readonly next?: WaitlistEntryId }> => {
  let last: WaitlistEntry | undefined
  for (let number = 0; number < MOST_WAITS_A_WORKSHOP; number++) {
    const next = idOf('wait', holder, workshop, String(number)) as WaitlistEntryId
    const wait = await waitlist.findEntry(next)
    if (!wait) return { last, next }
    if (wait.status === 'waiting') return { last: wait }
    last = wait
  }
  return { last }
}

const waitOf = async (
  wait: WaitlistEntry,
  { id, timeZone }: Site,
  { waitlist, now }: Deps,
): Promise<OwnParticipation> => ({
  wait,
  rank: (await waitlist.countBefore(id, wait, LAST_RANK)) + 1,
  notBefore:
    wait.notBefore && !mayBeOffered(wait, now()) ? localTimeAt(wait.notBefore, timeZone).date : undefined,
})

const findOwnParticipation = async (
  holder: HolderId,
  workshop: Workshop,
  site: Site,
  deps: Deps,
): Promise<OwnParticipation | undefined> => {
  const [seat, { last }] = await Promise.all([
    findSeat(holder, workshop, deps),
    lastWaitlistEntry(holder, workshop.id, deps),
  ])
  if (seat) return { seat }
  return last?.status === 'waiting' ? waitOf(last, site, deps) : undefined
}

/** Adds the holder's own seat or wait to the public view. */
export const readWorkshop = async (
  { id, holder }: { readonly id: WorkshopId; readonly holder?: HolderId | undefined },
  deps: Deps,
): Promise<WorkshopDetails | undefined> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return undefined
  const { workshop } = found
  const { site: siteId, date } = workshop
  const now = deps.now()
  const [lent, waiting] = await Promise.all([
    deps.sites.findSiteWithOccupancies(siteId, { from: date, to: date, now }),
    deps.waitlist.countWaiting({ site: siteId, date, workshop: id }),
  ])
  if (!lent) return undefined
  const { site, spaces, occupancyAt } = lent
  const left = seatsLeftIn(workshop, occupancyAt(date, seatsOf(id)), { site, now })
  const mine = holder && (await findOwnParticipation(holder, workshop, site, deps))
  return {
    workshop,
    site,
    space: spaces.find((space) => space.id === workshop.space),
    ...left,
    ...(workshop.status === 'cancelled' && { seatsLeft: 0, free: undefined }),
    waiting,
    mine: mine || undefined,
  }
}
