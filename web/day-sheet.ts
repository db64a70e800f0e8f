import type { PlanningView } from '../shared/contracts/planning-views.ts'

/** What of the planning of a place goes on paper. */
export type Sheet = Pick<PlanningView, 'spaces' | 'bookings'>

const STANDING = ['requested', 'offered', 'confirmed', 'attended']

type Booking = Sheet['bookings'][number]

/** Where people are named, whoever is signed up to a workshop comes below it. */
const withPeople = (booking: Booking): Booking[] => {
  const { workshop, ...seat } = booking
  if (!workshop) return [booking]
  const people = workshop.people.filter(({ status }) => STANDING.includes(status))
  return [booking, ...people.map((person) => ({ ...seat, use: 'desk' as const, places: 1, ...person }))]
}

/** The spaces of which something is taken, each with what takes it, soonest first. */
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

/** Lines that one page of A4 holds in large print, and in a smaller one. */
const LARGE = 12
const MEDIUM = 24

export const sizeOf = (lines: number): 'large' | 'medium' | 'small' => {
  if (lines <= LARGE) return 'large'
  return lines <= MEDIUM ? 'medium' : 'small'
}

/** The date that the address of a sheet names, or else today. */
export const dateOf = (query: URLSearchParams | undefined, today: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.exec(query?.get('date') ?? '')?.[0] ?? today
