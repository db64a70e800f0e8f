import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { isHeld } from '../../../shared/domain/booking-state.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { mediatorsOf } from '../../../shared/domain/mediators.ts'
import { MOST_SITTINGS } from '../../../shared/domain/sitting-dates.ts'
import { seatIn, type Workshop } from '../../../shared/domain/workshop.ts'
import { changesToPeople, isNewToMediators, isNewToPeople } from '../../../shared/domain/workshop-edit.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { reachedByMail } from '../../../shared/store/reach.ts'
import type { LentSite } from '../../../shared/store/site-store.ts'
import { readWaiting } from '../../use-cases/workshop-people.ts'
import { diaryOf, diaryOfSeveral } from './diary.ts'
import type { Mail } from './mail.ts'
import { cycleChangedMail, type WorkshopPart, workshopChangedMail } from './mails/workshop-changed-mails.ts'
import type { SendDependencies } from './send-dependencies.ts'

type Changed = Extract<OutboxEvent, { readonly kind: 'workshop-changed' }>

const idsOf = (workshop: Workshop): HolderId[] => mediatorsOf(workshop).map(({ id }) => id)

/** Who leads it now or led it before. Who joins the first mediator of one workshop is told by their booking. */
const mediatorsIn = ({ workshop, before }: Changed): HolderId[] => {
  if (!isNewToMediators(before, workshop)) return []
  const isOfCycle = workshop.act && workshop.act.id !== before.act?.id
  return [...new Set([...idsOf(before), ...(isOfCycle ? idsOf(workshop) : [workshop.mediator])])]
}

/** Who is taken off by this change, and by no later one. */
const leftIn = ({ workshop, before }: Changed, latest: Workshop): HolderId[] =>
  idsOf(before).filter((id) => !idsOf(workshop).includes(id) && !idsOf(latest).includes(id))

/** An offer made since tells of the workshop as it is now. */
const isToldByOffer = (seat: Booking, { editedAt }: Workshop): boolean =>
  isHeld(seat) && editedAt !== undefined && seat.createdAt > editedAt

/** Who comes, who waits, and who leads it, when that is new to them. */
const partsIn = async (
  changed: Changed,
  bookings: readonly Booking[],
  deps: SendDependencies,
): Promise<Map<HolderId, WorkshopPart>> => {
  const { workshop, before } = changed
  const isNew = isNewToPeople(before, workshop)
  const waits = isNew ? await readWaiting(workshop, deps) : []
  const theirs = bookings.filter((booking) => isNew && seatIn(booking) === workshop.id)
  const seats = theirs.filter((seat) => !isToldByOffer(seat, workshop))
  const mediators = mediatorsIn(changed)
  return new Map<HolderId, WorkshopPart>([
    ...waits.map(({ holder }) => [holder, { kind: 'waits' }] as const),
    ...seats.map((seat) => [seat.holder, { kind: 'comes', seat }] as const),
    ...mediators.map((holder) => [holder, { kind: 'leads' }] as const),
  ])
}

type Listed = Pick<Workshop, 'id' | 'date'>

/** The workshops of a cycle from the date on from which one act changes them. */
const listedIn = async (
  { workshop: { act, cycle }, before }: Changed,
  { workshops }: SendDependencies,
): Promise<readonly Listed[]> =>
  act && cycle && act.id !== before.act?.id ? workshops.listWorkshops({ cycle }, act.from, MOST_SITTINGS) : []

/** From the first date that has changed on: those before it were refused. */
const actIn = async (
  { act }: Workshop,
  listed: readonly Listed[],
  { workshops }: SendDependencies,
): Promise<Workshop['act']> => {
  const all = await workshops.findWorkshops(listed.map(({ id }) => id))
  const first = all.find((each) => each.act?.id === act?.id)
  return act && first ? { ...act, from: first.date } : act
}

/** What everybody has booked in the workshops of the cycle that one act changes: several of them, or to lead. */
const severalIn = async (
  changed: Changed,
  listed: readonly Listed[],
  deps: SendDependencies,
): Promise<ReadonlyMap<HolderId, readonly Booking[]>> => {
  const { act, site } = changed.workshop
  const last = listed.at(-1)
  if (!act || !last || listed.length === 1) return new Map()
  const ids = new Set(listed.map(({ id }) => id))
  const all = await deps.bookings.listSiteBookings(site, act.from, last.date)
  const theirs = Map.groupBy(
    all.filter(({ workshop }) => workshop && ids.has(workshop)),
    ({ holder }) => holder,
  )
  const seatsOf = (bookings: readonly Booking[]) => bookings.filter((each) => seatIn(each) !== undefined)
  const leading = new Set(mediatorsIn(changed))
  for (const id of leading) if (!theirs.has(id)) theirs.set(id, [])
  return new Map([...theirs].filter(([id, bookings]) => leading.has(id) || seatsOf(bookings).length > 1))
}

type Lent = Pick<LentSite, 'site' | 'spaces'>

const detailsIn =
  ({ site, spaces }: Lent, workshops: readonly Workshop[]) =>
  (booking: Booking): BookingDetails => {
    const workshop = workshops.find(({ id }) => id === booking.workshop)
    return { booking, site, workshop, space: spaces.find(({ id }) => id === (workshop ?? booking).space) }
  }

const spaceIn = (spaces: readonly { readonly id: string; readonly name: string }[], { space }: Workshop) =>
  spaces.find(({ id }) => id === space)?.name

/** A later change of the same kind tells of itself; a change of another kind does not tell of this one. */
const isToldLater = ({ workshop, before }: Changed, latest: Workshop): boolean =>
  changesIn(before, workshop).every((change) => changesIn(workshop, latest).includes(change))

const changesIn = (from: Workshop, to: Workshop): string[] => [
  ...changesToPeople(from, to),
  ...(isNewToMediators(from, to) ? ['mediators'] : []),
]

export const workshopMailsFor = async (event: Changed, deps: SendDependencies): Promise<Mail[]> => {
  const { before } = event
  const { id, site, act } = event.workshop
  const [[latest], lent] = await Promise.all([deps.workshops.findWorkshops([id]), deps.sites.findSite(site)])
  if (!lent || latest?.status !== 'planned') return []
  const isLater = isToldLater(event, latest)
  const left = leftIn(event, latest)
  if (isLater && left.length === 0) return []
  const listed = await listedIn(event, deps)
  const workshop = {
    ...latest,
    act: await actIn(event.workshop, listed, deps),
    editedAt: event.workshop.editedAt,
  }
  const bookings = await deps.bookings.listSiteBookings(site, latest.date, latest.date)
  const [parts, several] = await Promise.all([
    isLater
      ? new Map(left.map((id) => [id, { kind: 'leads' }] as const))
      : partsIn({ ...event, workshop }, bookings, deps),
    severalIn({ ...event, workshop }, listed, deps),
  ])
  const [holders, cycle] = await Promise.all([
    deps.identities.findHolders([...parts.keys()]),
    deps.workshops.findWorkshops(several.size > 0 ? listed.map((each) => each.id) : []),
  ])
  const changed = { workshop, before, site: lent.site, space: spaceIn(lent.spaces, workshop) }
  const detailsOf = detailsIn(lent, [workshop, ...cycle])
  const { origin } = deps
  return reachedByMail([...holders.values()]).map((reader) => {
    const diary = { reader, now: deps.now(), origin }
    const part = parts.get(reader.id) ?? { kind: 'waits' }
    const theirs = several.get(reader.id)
    if (theirs) {
      const calendar = diaryOfSeveral(theirs.map(detailsOf), diary)
      return { ...cycleChangedMail(reader, { ...changed, part }, origin), once: act?.id, calendar }
    }
    const booking = bookings.find((each) => each.holder === reader.id && each.workshop === id)
    const calendar = booking && diaryOf(detailsOf(booking), undefined, diary)
    return { ...workshopChangedMail(reader, { ...changed, part }, origin), calendar }
  })
}
