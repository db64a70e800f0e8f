import { createHash } from 'node:crypto'
import type { Booking } from '../../../shared/domain/booking.ts'
import { decideBooking } from '../../../shared/domain/decide-booking.ts'
import type {
  BookingId,
  Hash,
  HolderId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from '../../../shared/domain/ids.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import {
  addDays,
  datesFrom,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from '../../../shared/domain/local-date.ts'
import { quarter } from '../../../shared/domain/quarter.ts'
import { atSite } from '../../../shared/domain/rights.ts'
import type { WaitlistEntry } from '../../../shared/domain/waitlist.ts'
import {
  decideWorkshop,
  seatsOf,
  spaceOfWorkshop,
  type Workshop,
  type WorkshopDescription,
} from '../../../shared/domain/workshop.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import type { Table } from '../../../shared/store/client.ts'
import { grantStore } from '../../../shared/store/grant-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { waitlistStore } from '../../../shared/store/waitlist-store.ts'
import { workshopStore } from '../../../shared/store/workshop-store.ts'
import { addPerson } from './add-person.ts'

/** `signedUp` people book seats of the first workshop; those without one wait. */
type Demo = WorkshopDescription & {
  readonly site: string
  readonly space: string
  readonly mediator: string
  /** The mediator's account, if they are demo staff. */
  readonly account?: string
  readonly weekdays: readonly Weekday[]
  readonly from: number
  readonly to: number
  readonly seats: number
  readonly signedUp: number
}

const DAYS_AHEAD = 21

const ALLIER = { mediator: 'Nadia', account: 'nadia', from: 10, to: 12, seats: 4, signedUp: 1 } as const

const DEMO: readonly Demo[] = [
  {
    ...{ site: '06632A', space: 'etape-numerique', mediator: 'Sophie', weekdays: [2], from: 10, to: 12 },
    ...{ title: 'Déjouer les arnaques en ligne', level: 'beginner', seats: 6, signedUp: 4 },
    description:
      'Reconnaître un faux message, choisir un bon mot de passe.\nApportez votre téléphone si vous en avez un.',
  },
  {
    ...{ site: '06632A', space: 'etape-numerique', mediator: 'Sophie', weekdays: [4], from: 10, to: 12 },
    title: 'L’intelligence artificielle, à quoi ça sert ?',
    ...{ level: 'intermediate', seats: 6, signedUp: 9 },
    description: 'Essayer, comprendre, garder son bon sens.',
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [1, 3], from: 10, to: 12 },
    ...{ title: 'Premiers pas avec l’ordinateur', level: 'beginner', seats: 8, signedUp: 6 },
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [2, 4], from: 10, to: 12 },
    ...{ title: 'Ses démarches en ligne', level: 'intermediate', seats: 8, signedUp: 3 },
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [5], from: 10, to: 12 },
    ...{ title: 'Photos, sauvegarde et partage', level: 'advanced', seats: 8, signedUp: 0 },
  },
  {
    ...{ site: '06682A', space: 'salle-ateliers', mediator: 'Yann', weekdays: [3], from: 14, to: 16 },
    ...{ title: 'Mon espace santé, mes remboursements', level: 'beginner', seats: 8, signedUp: 2 },
  },
  {
    ...ALLIER,
    ...{ site: '00518A', space: 'ilot-numerique', weekdays: [2], from: 9, to: 11 },
    title: 'Écrire et recevoir des messages',
  },
  { ...ALLIER, site: '00486A', space: 'ilot-numerique', weekdays: [4], title: 'Son téléphone, pas à pas' },
]

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
  demo: Demo,
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
  const { title, level, description, seats, from, to } = demo
  const hours = { start: quarter(from * 4), end: quarter(to * 4) }
  const words = { title, ...(level && { level }), ...(description && { description }) }
  const plan = { ...words, ...hours, id, room: idOf('room', id) as BookingId, date, seats, mediator }
  const decision = decideWorkshop(plan, { ...day, space, holderOccupancy: {}, usage: undefined, now })
  if (!decision.ok || (await stores.workshops.addWorkshop(decision.value, '-' as Hash))) return undefined
  return decision.value.workshop
}

const signUp = async (workshop: Workshop, name: string, now: Instant, stores: Stores): Promise<void> => {
  const { id, site, date, start, end } = workshop
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
      quarters: end - start,
      sites: [site],
      askedAt: now,
      status: 'waiting',
    } as const
    const wait: WaitlistEntry = { ...wish, id: idOf('wait', id, name) as WaitlistEntryId, ticket: 0 }
    await stores.waitlist.addEntry({ wait, requestHash: '-' as Hash })
  }
}

export const planDemoWorkshops = async (
  table: Table,
  staff: ReadonlyMap<string, HolderId>,
  now: Instant,
): Promise<void> => {
  const stores = storesOn(table, staff)
  for (const demo of DEMO) {
    const lent = await stores.sites.findSite(demo.site as SiteId)
    if (!lent) continue
    const tomorrow = addDays(localTimeAt(now, lent.site.timeZone).date, 1)
    const dates = datesFrom(tomorrow, DAYS_AHEAD).filter((date) => demo.weekdays.includes(weekdayOf(date)))
    let first: Workshop | undefined
    for (const date of dates) {
      const planned = await planOne(demo, date, now, stores)
      first ??= planned
    }
    for (const name of PEOPLE.slice(0, demo.signedUp)) if (first) await signUp(first, name, now, stores)
  }
}
