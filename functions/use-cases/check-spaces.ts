import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { UsageRecord } from '../../shared/domain/usage.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { type BookSpaceRefusal, conditionsIn, knownIn } from './book-space.ts'
import { type BookSpace, idFor } from './book-space-command.ts'
import { explainTaken, mayHaveLapsed } from './explain-refusal.ts'
import { type Lapsed, NONE_LAPSED, readLapsed, withoutLapsed } from './lapsed-holds.ts'
import { readFactsFor } from './read-facts-for.ts'

const READ_AT_ONCE = 4

type Read = { readonly command: BookSpace; readonly facts: Awaited<ReturnType<typeof readFactsFor>> }

/** Undefined where it would be booked. */
type Decision = BookSpaceRefusal | undefined

/** In order: what earlier ones use counts for later ones. */
const decideAll = (read: readonly Read[], lapsed: Lapsed, now: Instant): Decision[] => {
  let active: UsageRecord['active'] = {}
  return read.map(({ command, facts }) => {
    if (!facts.ok) return facts.error
    const known = knownIn(command, facts.value)
    if (!known.ok) return known.error
    if (known.value.existing) return undefined
    const { site, space } = known.value
    const { usage, occupancyOf, holderOccupancy } = withoutLapsed(facts.value, command.date, lapsed)
    const together = usage && { ...usage, active: { ...usage.active, ...active } }
    const free = { occupancyOf, holderOccupancy, usage: together }
    const asked = conditionsIn(command, facts.value)
    const decision = decideBooking(command, { ...asked, site, space, ...free, now })
    if (!decision.ok) return decision.error
    const { date, start, end } = decision.value
    active = { ...active, [idFor(command)]: { date, start, end } }
    return undefined
  })
}

const readLapsedFor = async (read: readonly Read[], deps: Dependencies): Promise<Lapsed> => {
  const holder = read.find(({ facts }) => facts.ok)?.facts
  const dates = read.map(({ command }) => command.date).sort()
  const [site, from, to] = [read[0]?.command.site, dates[0], dates.at(-1)]
  return site && from && to && holder?.ok
    ? readLapsed({ site, from, to, holder: holder.value.holder.id }, deps)
    : NONE_LAPSED
}

/**
 * Decides like `bookSpace` about several bookings of one holder at one site, each after the earlier ones, and
 * writes nothing. `goOn` is called before each is read.
 */
export const checkSpaces = async (
  commands: readonly BookSpace[],
  deps: Dependencies,
  goOn: () => void = () => {},
): Promise<Decision[]> => {
  const now = deps.now()
  const read = await mapAtOnce(commands, READ_AT_ONCE, async (command): Promise<Read> => {
    goOn()
    return { command, facts: await readFactsFor(command, deps) }
  })
  const decided = decideAll(read, NONE_LAPSED, now)
  const isInTheWay = decided.some((refusal) => refusal && mayHaveLapsed(refusal))
  const decisions = isInTheWay ? decideAll(read, await readLapsedFor(read, deps), now) : decided
  const explained = read.map(({ command }, at) => ({ command, refusal: decisions[at] }))
  return mapAtOnce(
    explained,
    READ_AT_ONCE,
    async ({ command, refusal }) => refusal && explainTaken(refusal, command, deps),
  )
}

/** Decides like `bookSpace`, and writes nothing. */
export const checkSpace = async (
  command: BookSpace,
  deps: Dependencies,
): Promise<Result<undefined, BookSpaceRefusal>> => {
  const [refusal] = await checkSpaces([command], deps)
  return refusal ? refuse(refusal) : ok(undefined)
}
