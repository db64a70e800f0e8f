import type { Booking } from './booking.ts'
import type { BookingId, HolderId } from './ids.ts'

/** Of one workshop. */
export const MOST_MEDIATORS = 4

export type Mediator = { readonly id: HolderId; readonly name: string }

/** Somebody who leads it beside its first mediator; `presence` is the booking of their time. */
export type CoMediator = Mediator & { readonly presence: BookingId }

type Led = {
  readonly mediator: HolderId
  readonly mediatorName: string
  readonly coMediators?: readonly CoMediator[] | undefined
}

/** All who lead a workshop; the first holds its room. */
export const mediatorsOf = ({ mediator: id, mediatorName: name, coMediators = [] }: Led): Mediator[] => [
  { id, name },
  ...coMediators,
]

/** In any language. */
export const namesOfMediators = (workshop: Led): string =>
  mediatorsOf(workshop)
    .map(({ name }) => name)
    .join(', ')

export const isLedBy = (workshop: Led, holder: HolderId): boolean =>
  mediatorsOf(workshop).some(({ id }) => id === holder)

/** The time of a co-mediator: it takes no place of the room, which is booked once. */
export const presenceOf = (room: Booking, { id: holder, presence }: CoMediator): Booking => {
  const { site, space, date, start, end, lentAs, workshop, use, channel, createdAt } = room
  return {
    ...{ id: presence, holder, site, space, date, start, end, lentAs, use, channel, createdAt },
    ...(workshop && { workshop }),
    ...{ places: 1, allocations: [], revision: 0, status: 'confirmed' },
  }
}

export const isPresence = ({ workshop, allocations }: Booking): boolean =>
  workshop !== undefined && allocations.length === 0

/** The first stays first, unless they are taken off. Without `mediators`, nothing changes. */
export const mediatorsAfter = (led: Led, mediators: readonly CoMediator[]): Led => {
  const { mediator, mediatorName, coMediators = [] } = led
  const first = mediators.find(({ id }) => id === mediator) ?? mediators[0]
  if (!first) return { mediator, mediatorName, coMediators: led.coMediators }
  const others = mediators
    .filter((each) => each !== first)
    .map((each) => coMediators.find(({ id }) => id === each.id) ?? each)
  const isSame = others.length === coMediators.length && others.every((each) => coMediators.includes(each))
  const { id, name } = first.id === mediator ? { id: mediator, name: mediatorName } : first
  return {
    mediator: id,
    mediatorName: name,
    coMediators: isSame ? led.coMediators : others.length > 0 ? others : undefined,
  }
}
