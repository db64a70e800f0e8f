import type { Booking, HolderId, WaitId, WorkshopId } from '../../../shared/domain/booking.ts'
import { asOf, hasStarted, isStanding } from '../../../shared/domain/booking-change.ts'
import { placesLeft } from '../../../shared/domain/day-sheet.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Wait } from '../../../shared/domain/wait.ts'
import { seatIn, seatsOf, type Workshop } from '../../../shared/domain/workshop.ts'
import type { Dependencies } from '../../dependencies.ts'
import { idOf } from '../../http/hash.ts'

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'waits' | 'workshops' | 'now'>

export type OwnPlace = { readonly seat: Booking } | { readonly rank: number }

export type PlacedWorkshop = {
  readonly workshop: Workshop
  readonly site: Site
  readonly space?: Space | undefined
  readonly seatsLeft: number
  readonly waiting: number
  readonly begun: boolean
  readonly mine?: OwnPlace | undefined
}

/** A holder's standing seat. The index lags by some milliseconds: the own day's sheet decides, this only shows. */
export const findSeat = async (
  holder: HolderId,
  { id, date }: Workshop,
  { bookings, now }: Pick<Deps, 'bookings' | 'now'>,
): Promise<Booking | undefined> =>
  (await bookings.listOwnDay(holder, date)).find(
    (booking) => seatIn(booking) === id && isStanding(asOf(booking, now())),
  )

/** How often one person may begin to wait for one workshop. */
const LAST_RANK = 1000
export const MOST_WAITS = 20

/**
 * A person's waits for one workshop are numbered, so that two at once are one: the last one, and the identifier of the
 * next, if there may be another.
 */
export const lastWait = async (
  holder: HolderId,
  workshop: WorkshopId,
  { waits }: Pick<Deps, 'waits'>,
): Promise<{ readonly last?: Wait | undefined; readonly next?: WaitId }> => {
  let last: Wait | undefined
  for (let number = 0; number < MOST_WAITS; number++) {
    const next = idOf('wait', holder, workshop, String(number)) as WaitId
    const wait = await waits.findWait(next)
    if (!wait) return { last, next }
    if (wait.status === 'waiting') return { last: wait }
    last = wait
  }
  return { last }
}

const findOwnPlace = async (holder: HolderId, workshop: Workshop, deps: Deps): Promise<OwnPlace | undefined> => {
  const [seat, { last }] = await Promise.all([findSeat(holder, workshop, deps), lastWait(holder, workshop.id, deps)])
  if (seat) return { seat }
  return last?.status === 'waiting'
    ? { rank: (await deps.waits.countBefore(workshop.site, last, LAST_RANK)) + 1 }
    : undefined
}

/** A workshop as the public sees it and, for a holder, what is theirs. */
export const readWorkshop = async (
  { id, holder }: { readonly id: WorkshopId; readonly holder?: HolderId | undefined },
  deps: Deps,
): Promise<PlacedWorkshop | undefined> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return undefined
  const { workshop } = found
  const { site: siteId, date } = workshop
  const now = deps.now()
  const [lent, waiting, mine] = await Promise.all([
    deps.sites.findSiteWithSheets(siteId, { from: date, to: date, now }),
    deps.waits.countWaiting({ site: siteId, date, workshop: id }),
    holder && findOwnPlace(holder, workshop, deps),
  ])
  if (!lent) return undefined
  const { site, spaces, sheetAt } = lent
  return {
    workshop,
    site,
    space: spaces.find((space) => space.id === workshop.space),
    seatsLeft: workshop.status === 'planned' ? placesLeft(workshop.seats, sheetAt(date, seatsOf(id)), workshop) : 0,
    waiting,
    begun: hasStarted(workshop, site, now),
    mine: mine || undefined,
  }
}
