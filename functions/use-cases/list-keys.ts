import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt, localTimeAt } from '../../shared/domain/instant.ts'
import { asDue, isOfOtherSpace, type KeyLoan, keeperFor } from '../../shared/domain/key-loan.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Dependencies } from '../dependencies.ts'
import { rightsAt } from './rights-at.ts'

/** A key may be fetched some days before the booking. */
const DAYS_AHEAD = 7

export type KeyLine = {
  readonly booking: Booking
  /** The one that the key opens. */
  readonly space?: Space | undefined
  /** Where the booking is now, while the key of another space is out. */
  readonly movedTo?: Space | undefined
  readonly holder: Holder
  readonly loan?: KeyLoan | undefined
}

/** `isNamed`: whether its reader sees whose bookings they are. */
export type KeyList = {
  readonly site: Site
  readonly isNamed: boolean
  readonly hasKeys: boolean
  readonly lines: readonly KeyLine[]
}

type Deps = Pick<Dependencies, 'sites' | 'planning' | 'series' | 'identities' | 'keys' | 'grants' | 'now'>

const inOrder = (one: KeyLine, other: KeyLine): number =>
  one.booking.date.localeCompare(other.booking.date) || one.booking.start - other.booking.start

/** Keys that are out, and those of the coming week; undefined for people who hand out no keys there. */
export const listKeys = async (
  { site: id, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<KeyList | undefined> => {
  const now = deps.now()
  const [mayHere, lent, loans] = await Promise.all([
    rightsAt(by, id, deps),
    deps.sites.findSite(id),
    deps.keys.listKeyLoans(id),
  ])
  if (!mayHere('hand-keys') || !lent) return undefined
  const { site, spaces } = lent
  const { date: today } = localTimeAt(now, site.timeZone)
  const span = { today, from: today, to: addDays(today, DAYS_AHEAD), now }
  const { dated } = await deps.planning.listBookings(id, span)
  const ids = new Set([
    ...dated.filter(({ isSeat, until }) => !isSeat && until === undefined).map((each) => each.id),
    ...loans.map(({ booking }) => booking),
  ])
  const bookings = (await deps.series.findBookings([...ids])).filter((each) => each !== undefined)
  const holders = await deps.identities.findHolders([...new Set(bookings.map(({ holder }) => holder))])
  const lines = bookings.map((booking) => {
    const out = loans.find((loan) => loan.booking === booking.id)
    const space = spaces.find((each) => each.id === (out ?? booking).space)
    const holder = holders.get(booking.holder) ?? { id: booking.holder }
    const isElsewhere = out && isActive(booking) && isOfOtherSpace(out, booking)
    const movedTo = isElsewhere ? spaces.find((each) => each.id === booking.space) : undefined
    return { booking, space, movedTo, holder, loan: out && asDue(out, { booking, space, site }) }
  })
  const isToHand = ({ booking, space }: KeyLine) =>
    keeperFor({ booking, space }) && now < instantAt(booking.date, booking.end, site.timeZone)
  return {
    site,
    isNamed: mayHere('read-planning'),
    hasKeys: spaces.some(({ access }) => access.kind === 'key-holder'),
    lines: lines.filter((line) => line.loan || isToHand(line)).sort(inOrder),
  }
}
