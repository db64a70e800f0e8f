import type { BookingId } from '../../shared/domain/ids.ts'
import {
  asDue,
  decideKeyLoan,
  isOfOtherSpace,
  type KeyLoan,
  type KeyRefusal,
} from '../../shared/domain/key-loan.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { type FindDeps, type FoundBooking, withDetails } from './find-booking.ts'
import { authorshipsAt } from './rights-at.ts'

export type HandKey = { readonly id: BookingId; readonly by: Actor; readonly out: boolean }

/** Without `loan`, the key is where it is kept; `isNamed`: whether `by` sees whose booking it is. */
export type KeyOfBooking = {
  readonly found: FoundBooking
  readonly loan: KeyLoan | undefined
  readonly isNamed: boolean
}

type HandKeyRefusal = KeyRefusal | { readonly kind: 'not-found' }

type Deps = FindDeps & Pick<Dependencies, 'keys' | 'now'>

const attempt = async (
  { id, by, out }: HandKey,
  deps: Deps,
): Promise<Result<KeyOfBooking, HandKeyRefusal>> => {
  const booking = await deps.bookings.findBooking(id)
  if (!booking) return refuse({ kind: 'not-found' })
  const [authorshipFor, found, loan] = await Promise.all([
    authorshipsAt(by, booking.site, deps),
    withDetails(booking, deps),
    deps.keys.findKeyLoan(booking.site, id),
  ])
  const authorship = authorshipFor('hand-keys')
  if (!authorship || !found) return refuse({ kind: 'not-found' })
  const isNamed = authorshipFor('read-planning') !== undefined
  const noted = (now: KeyLoan | undefined) => ok({ found, loan: now, isNamed })
  if (out && loan && isOfOtherSpace(loan, booking)) return refuse({ kind: 'other-key-out' })
  if (out === Boolean(loan)) return noted(loan && asDue(loan, found))
  const now = deps.now()
  const decision = out ? decideKeyLoan(found, now) : ok(undefined)
  if (!decision.ok) return decision
  const done = { ...authorship, at: now }
  const conflict = decision.value
    ? await deps.keys.handOut(booking, decision.value, done)
    : await deps.keys.takeBack(booking, done)
  if (conflict) throw new ContentionError(conflict)
  return noted(decision.value)
}

/** Notes that the key of a booking was handed out, or came back. Said twice, it counts once. */
export const handKey = (command: HandKey, deps: Deps): Promise<Result<KeyOfBooking, HandKeyRefusal>> =>
  retryContended(() => attempt(command, deps))
