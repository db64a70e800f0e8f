import { asker, type Fetch } from './api-client.ts'

/** What of the planning of a place goes on paper. */
export type SheetBooking = {
  readonly id: string
  readonly reference: string
  readonly status: string
  readonly space: string
  readonly start: string
  readonly end: string
  readonly use: 'desk' | 'room'
  readonly places: number
  readonly holderName: string
  readonly phone?: string | undefined
  readonly workshop?: { readonly title: string } | undefined
}

export type Sheet = {
  readonly spaces: readonly { readonly id: string; readonly name: string }[]
  readonly bookings: readonly SheetBooking[]
}

export const createSheetClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    readDay: (site: string, date: string) =>
      ask<Sheet>({
        path: `/sites/${encodeURIComponent(site)}/planning?${new URLSearchParams({ from: date, days: '1' })}`,
      }),
  }
}

export const sheetApi = createSheetClient((path, init) => fetch(path, init))

const STANDING = ['requested', 'offered', 'confirmed', 'attended']

/** The spaces of which something is taken, each with what takes it, soonest first. */
export const takenSpaces = ({ spaces, bookings }: Sheet) =>
  spaces
    .map((space) => ({
      space,
      bookings: bookings
        .filter(({ space: id, status }) => id === space.id && STANDING.includes(status))
        .toSorted((one, other) => one.start.localeCompare(other.start)),
    }))
    .filter(({ bookings: taken }) => taken.length > 0)

/** Lines that one page of A4 holds in large print, and in a smaller one. */
const LARGE = 12
const MEDIUM = 24

export const sizeOf = (lines: number): 'large' | 'medium' | 'small' => {
  if (lines <= LARGE) return 'large'
  return lines <= MEDIUM ? 'medium' : 'small'
}
