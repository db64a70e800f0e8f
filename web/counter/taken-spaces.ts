import type { PlanningView } from '../../shared/contracts/planning-views.ts'

/** The part of a site's planning that goes on paper. */
export type Sheet = Pick<PlanningView, 'spaces' | 'bookings'>

const STANDING = ['requested', 'offered', 'confirmed', 'attended']

type Booking = Sheet['bookings'][number]

/** On a sheet with names, participants come below their workshop. */
const withPeople = (booking: Booking): Booking[] => {
  const { workshop, ...seat } = booking
  if (!workshop) return [booking]
  const people = workshop.people.filter(({ status }) => STANDING.includes(status))
  return [booking, ...people.map((person) => ({ ...seat, use: 'desk' as const, ...person }))]
}

/** The spaces with bookings, each with its bookings, soonest first. */
export const takenSpaces = ({ spaces, bookings }: Sheet, named: boolean) =>
  spaces
    .map((space) => ({
      space,
      bookings: bookings
        .filter(({ space: id, status }) => id === space.id && STANDING.includes(status))
        .toSorted((one, other) => one.start.localeCompare(other.start))
        .flatMap((each) => (named ? withPeople(each) : [each])),
    }))
    .filter(({ bookings: taken }) => taken.length > 0)
