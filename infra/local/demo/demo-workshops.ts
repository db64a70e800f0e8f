import { createHash } from 'node:crypto'
import { quartersOfSeat, seatTimesOf } from '../../../shared/domain/appointments.ts'
import type { Booking } from '../../../shared/domain/booking.ts'
import { decideBooking } from '../../../shared/domain/decide-booking.ts'
import type {
  BookingId,
  CycleId,
  Hash,
  HolderId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from '../../../shared/domain/ids.ts'
import { addMinutes, type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from '../../../shared/domain/local-date.ts'
import { quarter } from '../../../shared/domain/quarter.ts'
import { atSite } from '../../../shared/domain/rights.ts'
import { firstWorkingDays } from '../../../shared/domain/sitting-dates.ts'
import type { WaitlistEntry } from '../../../shared/domain/waitlist.ts'
import { decideWorkshop, seatsOf, spaceOfWorkshop, type Workshop } from '../../../shared/domain/workshop.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import type { Table } from '../../../shared/store/client.ts'
import { grantStore } from '../../../shared/store/grant-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { waitlistStore } from '../../../shared/store/waitlist-store.ts'
import { workshopStore } from '../../../shared/store/workshop-store.ts'
import { addPerson } from './add-person.ts'
import { DEMO_WORKSHOPS, type DemoWorkshop } from './demo-programme.ts'

const DAYS_AHEAD = 21
/** So many days before today have workshops too, for mediators with an account to note who came. */
const DAYS_BACK = 4
const PAST_SEATS = 3

const PEOPLE = ['Jeanne', 'Louis', 'Marie', 'Ahmed', 'Lucie', 'Paul', 'Rose', 'Denis', 'Anne', 'Hugo']

const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)

const storesOn = (table: Table, staff: ReadonlyMap<string, HolderId>) => ({
  table,
  staff,
  bookings: bookingStore(table),
  sites: siteStore(table),
  waitlist: waitlistStore(table),
  workshops: workshopStore(table),
  grants: grantStore(table),
})

type Stores = ReturnType<typeof storesOn>

const addNamed = async (name: string, { table }: Stores): Promise<HolderId> => {
  const id = idOf('demo', name) as HolderId
  await addPerson(table, { id, name })
  return id
}

const planOne = async (
  demo: DemoWorkshop,
  date: LocalDate,
  now: Instant,
  stores: Stores,
): Promise<Workshop | undefined> => {
  const [site, spaceId] = [demo.site as SiteId, demo.space as SpaceId]
  const day = await stores.sites.readDay(site, date)
  const space = day?.spaces.find(({ id }) => id === spaceId)
  if (!day || !space) return undefined
  const id = idOf('workshop', demo.site, demo.title, date) as WorkshopId
  const account = demo.account && stores.staff.get(demo.account)
  const mediator = { id: account || (await addNamed(demo.mediator, stores)), name: demo.mediator }
  await stores.grants.give(mediator.id, { role: 'mediator', scope: atSite(site) })
  const { title, level, description, bring, newcomersFirst, inOneGo, appointments, seats, from, to } = demo
  const cycle = idOf('cycle', demo.site, title) as CycleId
  const hours = { start: quarter(from * 4), end: quarter(to * 4) }
  const words = {
    ...{ title, ...(level && { level }), ...(description && { description }), ...(bring && { bring }) },
    ...{ ...(newcomersFirst && { newcomersFirst }), ...(inOneGo && { cycle }), appointments },
  }
  const plan = { ...words, ...hours, id, room: idOf('room', id) as BookingId, date, seats, mediator }
  const decision = decideWorkshop(plan, { ...day, space, holderOccupancy: {}, usage: undefined, now })
  if (!decision.ok) return undefined
  const { workshop, room, presences } = decision.value
  const bookings = [room, ...presences].map((to) => ({ to }))
  return (await stores.workshops.addWorkshop({ workshop, bookings }, '-' as Hash)) ? undefined : workshop
}

/** The first seat that is left, or the whole time to wait in. */
const timeFor = (workshop: Workshop, turn: number) => {
  const { start, end } = workshop
  return workshop.appointments ? (seatTimesOf(workshop)[turn] ?? { start, end }) : { start, end }
}

type Who = { readonly name: string; readonly turn: number }

const signUp = async (
  workshop: Workshop,
  { name, turn }: Who,
  now: Instant,
  stores: Stores,
): Promise<void> => {
  const { id, site, date } = workshop
  const { start, end } = timeFor(workshop, turn)
  const holder = await addNamed(name, stores)
  const day = await stores.sites.readDay(site, date, id)
  if (!day) return
  const request = { space: seatsOf(id), date, start, end, use: 'desk', places: 1 } as const
  const decision = decideBooking(request, {
    ...day,
    space: spaceOfWorkshop(workshop),
    holderOccupancy: {},
    usage: undefined,
    now,
  })
  const common = { holder, use: 'desk', channel: 'counter', workshop: id } as const
  if (decision.ok) {
    const seat = {
      ...decision.value,
      ...common,
      site,
      revision: 0,
      status: 'confirmed',
      createdAt: now,
    } as const
    await stores.bookings.change(
      [{ to: { ...seat, id: idOf('seat', id, name) as BookingId } satisfies Booking }],
      now,
    )
  } else {
    const wish = {
      ...request,
      ...common,
      quarters: quartersOfSeat(workshop),
      sites: [site],
      askedAt: now,
      status: 'waiting',
    } as const
    const wait: WaitlistEntry = { ...wish, id: idOf('wait', id, name) as WaitlistEntryId, ticket: 0 }
    await stores.waitlist.addEntry({ wait, requestHash: '-' as Hash })
  }
}

const peopleOf = ({ signedUp }: DemoWorkshop): readonly string[] =>
  typeof signedUp === 'number' ? PEOPLE.slice(0, signedUp) : signedUp

/** Monthly ones in this month and the next. */
const datesOf = (
  { weekdays }: DemoWorkshop,
  { from, days }: { readonly from: LocalDate; readonly days: number },
  departement: string,
): LocalDate[] =>
  'workingDays' in weekdays
    ? firstWorkingDays({ ...weekdays, months: 2 }, from, departement)
    : datesFrom(from, days).filter((date) => weekdays.includes(weekdayOf(date)))
/** Planned and signed up to a week before. */
const planPast = async (
  demo: DemoWorkshop,
  tomorrow: LocalDate,
  now: Instant,
  stores: Stores,
): Promise<void> => {
  const weekBefore = addMinutes(now, -7 * 24 * 60)
  const from = addDays(tomorrow, -1 - DAYS_BACK)
  const dates = demo.account ? datesOf(demo, { from, days: DAYS_BACK + 1 }, '') : []
  for (const date of dates) {
    const workshop = await planOne(demo, date, weekBefore, stores)
    for (const [turn, name] of PEOPLE.slice(0, PAST_SEATS).entries())
      if (workshop) await signUp(workshop, { name, turn }, weekBefore, stores)
  }
}

export const planDemoWorkshops = async (
  table: Table,
  staff: ReadonlyMap<string, HolderId>,
  now: Instant,
): Promise<void> => {
  const stores = storesOn(table, staff)
  for (const demo of DEMO_WORKSHOPS) {
    const lent = await stores.sites.findSite(demo.site as SiteId)
    if (!lent) continue
    const tomorrow = addDays(localTimeAt(now, lent.site.timeZone).date, 1)
    await planPast(demo, tomorrow, now, stores)
    const dates = datesOf(demo, { from: tomorrow, days: DAYS_AHEAD }, lent.site.departement)
    let first: Workshop | undefined
    for (const date of dates) {
      const planned = await planOne(demo, date, now, stores)
      first ??= planned
    }
    for (const [turn, name] of peopleOf(demo).entries())
      if (first) await signUp(first, { name, turn }, now, stores)
  }
}
