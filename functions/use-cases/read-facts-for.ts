import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { BookingFacts } from '../../shared/store/booking-facts.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { type BookSpace, idFor } from './book-space-command.ts'
import { associationOf, bookerOf, mayBookFor } from './booked-for.ts'
import { hashOf } from './hash.ts'
import { findActedFor } from './person-acted-for.ts'

/** `newcomer`: a holder to be created with the booking. */
export type BookSpaceFacts = Omit<BookingFacts, 'holder'> & {
  readonly holder: Holder
  readonly newcomer?: Holder | undefined
  readonly authorship: Authorship | undefined
}

type FactsRefusal = { readonly kind: 'signed-out' | 'not-found' | 'key-reused' }

/** A booking for oneself is new at its first attempt, most of the time. Seats are decided on their workshop. */
const recalling = ({ whose, series, workshop }: BookSpace, tries: number | undefined) =>
  tries === undefined || workshop
    ? {}
    : ({
        siteVersion: tries === 0 ? 'recalled' : 'read',
        isNew: tries === 0 && whose.kind === 'self' && !series,
      } as const)

/**
 * The facts as seen by the person the booking is for; a person served by an agent has no session. With `tries`,
 * the first attempt may recall the site.
 */
export const readFactsFor = async (
  command: BookSpace,
  deps: StartDependencies,
  tries?: number,
): Promise<Result<BookSpaceFacts, FactsRefusal>> => {
  const { whose, idempotencyKey, site } = command
  const as = associationOf(whose)
  const tool = whose.kind !== 'absent' && 'key' in whose.token ? whose.token : undefined
  const session = whose.kind === 'absent' || 'key' in whose.token ? undefined : hashOf(whose.token.secret)
  const keys = { ...command, as, id: idFor(command), holder: bookerOf(whose), session, now: deps.now() }
  const recalled = whose.kind === 'person' ? {} : recalling(command, tries)
  const facts = await deps.bookings.readBookingFacts({ ...keys, ...recalled })
  const { association } = facts
  const holder = facts.holder && { ...facts.holder, key: tool?.key }
  if (!holder) return refuse({ kind: 'signed-out' })
  if (whose.kind !== 'person') {
    const isAllowed = (await mayBookFor(holder, whose, deps)) && (as === undefined || association)
    const authorship =
      whose.kind === 'absent'
        ? whose.authorship
        : tool && ({ by: tool.holder, action: 'book-as', as: tool.key } as const)
    return isAllowed
      ? ok({ ...facts, holder: association ?? holder, authorship })
      : refuse({ kind: 'not-found' })
  }
  const acting = { person: whose.person, site, by: whose.token.holder, idempotencyKey }
  const found = await findActedFor(acting, holder, deps)
  if (!found.ok) return found
  const { holder: person, isNew, authorship } = found.value
  const newcomer = isNew ? person : undefined
  const theirKeys = { ...keys, holder: person.id, session: undefined, newcomer }
  return ok({ ...(await deps.bookings.readBookingFacts(theirKeys)), holder: person, newcomer, authorship })
}
