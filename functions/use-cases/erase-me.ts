import type { Booking } from '../../shared/domain/booking.ts'
import { hasStarted, isActive } from '../../shared/domain/booking-state.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { timeLimit } from './close-site.ts'
import { type ForgetDeps, forgetHolder } from './forget-holder.ts'
import { tryCode } from './sign-in.ts'

export type EraseMe = {
  readonly holder: SignedInHolder
  readonly challenge: string | undefined
  readonly client: string | undefined
  readonly code: string
}

export type EraseMeRefusal = {
  readonly kind: 'wrong-code' | 'code-expired' | 'workshops-ahead' | 'last-lead'
}

type Deps = ForgetDeps &
  Pick<Dependencies, 'challenges' | 'identities' | 'ledger' | 'associations' | 'allowances' | 'code' | 'seal'>

/** People count on a mediator, who must cancel the workshop or hand it over first. */
const isLed = async (booking: Booking, { sites, now }: Deps): Promise<boolean> => {
  if (!booking.workshop || seatIn(booking) || !isActive(booking)) return false
  const lent = await sites.findSite(booking.site)
  return lent !== undefined && !hasStarted(booking, lent.site, now())
}

/** Associations with a single lead, and their numbers of other members. */
const ledAlone = async (holder: HolderId, { grants, associations }: Deps) => {
  const scopes = (await grants.listGrants(holder)).map(({ scope }) => scope)
  const ids = scopes.flatMap((scope) => (scope.kind === 'association' ? [scope.association] : []))
  const found = await Promise.all([...new Set(ids)].map((id) => associations.findAssociation(id)))
  const rosters = await Promise.all(found.filter((each) => each !== undefined).map(associations.readRoster))
  return rosters
    .map(({ association, entries }) => ({
      association,
      rest: entries.filter((entry) => entry.holder !== holder),
    }))
    .filter(({ rest }) => !rest.some(({ role }) => role === 'lead'))
    .map(({ association, rest }) => ({ association, others: rest.length }))
}

/** Erases the signed-in person. Once the ledger has it, the daily purge finishes what is left. */
export const eraseMe = async (
  { holder, challenge, client, code }: EraseMe,
  deps: Deps,
): Promise<Result<undefined, EraseMeRefusal>> => {
  const isOutOfTime = timeLimit()
  const bookings = await deps.bookings.listAll(holder.id)
  if ((await Promise.all(bookings.map((each) => isLed(each, deps)))).includes(true))
    return refuse({ kind: 'workshops-ahead' })
  const led = await ledAlone(holder.id, deps)
  if (led.some(({ others }) => others > 0)) return refuse({ kind: 'last-lead' })
  if (!challenge) return refuse({ kind: 'code-expired' })
  const tried = await tryCode({ challenge, code, client }, deps)
  if (!tried.ok) return tried
  if (tried.value.email !== holder.email) return refuse({ kind: 'wrong-code' })
  const gone = [holder.id, ...led.map(({ association }) => association)]
  for (const id of gone) await deps.ledger.noteErasure(id, deps.now())
  for (const id of gone) await forgetHolder(id, isOutOfTime, deps)
  return ok(undefined)
}
