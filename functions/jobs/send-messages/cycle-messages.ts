import type { Booking } from '../../../shared/domain/booking.ts'
import { isActive } from '../../../shared/domain/booking-state.ts'
import type { WorkshopId } from '../../../shared/domain/ids.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { MOST_SITTINGS } from '../../../shared/domain/sitting-dates.ts'
import { seatIn, type Workshop } from '../../../shared/domain/workshop.ts'
import { readWaiting } from '../../use-cases/workshop-people.ts'
import { diaryOfSeveral } from './diary.ts'
import type { Mail } from './mail.ts'
import { cycleMail } from './mails/cycle-mail.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** All dates of a cycle that somebody has a seat for or waits for, as it is now. */
export const cycleMailsFor = async (
  { holder, site: siteId, workshop: id, createdAt }: Booking,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const [[one], lent] = await Promise.all([
    deps.workshops.findWorkshops(id ? [id] : []),
    deps.sites.findSite(siteId),
  ])
  if (!one?.cycle || !lent) return []
  const from = localTimeAt(createdAt, lent.site.timeZone).date
  const listed = await deps.workshops.listWorkshops({ cycle: one.cycle }, from, MOST_SITTINGS)
  const workshops = await deps.workshops.findWorkshops(listed.map((each) => each.id))
  const to = workshops.at(-1)?.date ?? from
  const theirs = (await deps.bookings.listSiteBookings(siteId, from, to)).filter(
    (each) => each.holder === holder,
  )
  const seatOf = (workshop: WorkshopId) =>
    theirs.find((each) => seatIn(each) === workshop && isActive(each) && each.status !== 'offered')
  const waitsIn = async (workshop: Workshop): Promise<boolean> =>
    !seatOf(workshop.id) && (await readWaiting(workshop, deps)).some((each) => each.holder === holder)
  const waits = await Promise.all(workshops.map(waitsIn))
  const seats = workshops.flatMap((workshop) => seatOf(workshop.id) ?? [])
  const waiting = workshops.filter((_, at) => waits[at])
  const [first] = seats
  if (!first) return []
  const told = await recipientsOf(first, deps)
  const booked = { workshop: one, site: lent.site, seats, waiting }
  const spaceOf = (at: Workshop) => lent.spaces.find(({ id }) => id === at.space)
  const details = seats.flatMap((booking) => {
    const workshop = workshops.find((each) => each.id === booking.workshop)
    return workshop ? [{ booking, site: lent.site, workshop, space: spaceOf(workshop) }] : []
  })
  const { origin } = deps
  return told.to.map((reader) => ({
    ...cycleMail(reader, booked, origin),
    calendar: diaryOfSeveral(details, { reader, now: deps.now(), origin }),
  }))
}
