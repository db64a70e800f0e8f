import type { BookingId } from '../../shared/domain/ids.ts'
import { asDue, decideKeyLoan, type KeyLoan, type KeyRefusal } from '../../shared/domain/key-loan.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { rightsAt } from './authorize.ts'
import { type FindDeps, type FoundBooking, findBooking } from './find-booking.ts'

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
  const found = await findBooking({ id, by, action: 'hand-keys' }, deps)
  if (!found) return refuse({ kind: 'not-found' })
  const { booking, authorship } = found
  const [mayHere, loan] = await Promise.all([
    rightsAt(by, booking.site, deps),
    deps.keys.findKeyLoan(booking.site, id),
  ])
  const noted = (now: KeyLoan | undefined) => ok({ found, loan: now, isNamed: mayHere('read-planning') })
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
