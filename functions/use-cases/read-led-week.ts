import { takenTimesOf } from '../../shared/domain/appointments.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { heldTimeOf, inOrderOfTime, plannedMinutesOf, withWays } from '../../shared/domain/led-week.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { isLedBy, type Mediator, mediatorsOf } from '../../shared/domain/mediators.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import type { Travel } from '../../shared/domain/travel.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { type ListedSeats, seatsIn } from './list-workshops.ts'

const AT_ONCE = 8

type Deps = Pick<Dependencies, 'led' | 'workshops' | 'waitlist' | 'now'>

/**
 * `way` is that from the workshop before, on the same day; `booked` are the appointments of a permanence;
 * `otherMediators` lead it too.
 */
export type Led = ListedSeats & {
  readonly spaceName: string
  readonly otherMediators: readonly Mediator[]
  readonly booked?: readonly QuarterRange[] | undefined
  readonly way?: Travel | undefined
}

export type LedWeek = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly workshops: readonly Led[]
  readonly plannedMinutes: number
}

/**
 * All that a mediator leads on some dates, over all sites, and has led until it was cancelled: one query, batch
 * gets, and a count for each full workshop.
 */
export const readLedWeek = async (
  { mediator, from, days }: { readonly mediator: HolderId; readonly from: LocalDate; readonly days: number },
  deps: Deps,
): Promise<LedWeek> => {
  const to = addDays(from, days - 1)
  const rooms = await deps.led.listRooms(mediator, { from, to })
  const listed = rooms.flatMap(({ workshop, site, date }) =>
    workshop === undefined ? [] : [{ id: workshop, site, date }],
  )
  const [seated, names] = await Promise.all([deps.workshops.readSeated(listed), deps.led.readNames(rooms)])
  const sittings = seated
    .filter(({ workshop }) => isLedBy(workshop, mediator))
    .flatMap((each) => {
      const held = heldTimeOf(each.workshop, each.site)
      return held ? [{ ...held, date: each.workshop.date, site: each.site, each }] : []
    })
    .sort(inOrderOfTime)
  const workshops = await mapAtOnce(withWays(sittings), AT_ONCE, async ({ each, way }): Promise<Led> => {
    const { space, appointments } = each.workshop
    const spaceName = names.get(`${each.site.id} ${space}`) ?? space
    const booked = appointments && takenTimesOf(each.workshop, each.occupancy)
    const otherMediators = mediatorsOf(each.workshop).filter(({ id }) => id !== mediator)
    return { ...(await seatsIn(each, deps)), spaceName, otherMediators, booked, way }
  })
  return { from, to, workshops, plannedMinutes: plannedMinutesOf(sittings) }
}
