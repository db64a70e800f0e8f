import type { ActList, ActView } from '../../shared/contracts/audit-views.ts'
import { type Act, BOOKING_EFFECTS, type Effect } from '../../shared/domain/act.ts'
import { type BookingId, type HolderId, referenceOf } from '../../shared/domain/booking.ts'
import { type Instant, localTextAt } from '../../shared/domain/instant.ts'
import { formatScope, type Role } from '../../shared/domain/rights.ts'
import { formatActName } from '../../shared/store/privacy-keys.ts'
import type { ListActs, ListedActs } from './use-cases/list-acts.ts'

const OF_BOOKINGS: ReadonlySet<Effect> = new Set(BOOKING_EFFECTS)

const viewOfAct = (act: Act, { people, timeZone }: ListedActs): ActView => {
  const { by, as, holder, about, effect, action, revision, role } = act
  const doer = people.get(by as HolderId)?.name
  const concerned = holder && people.get(holder)?.name
  return {
    at: localTextAt(act.at, timeZone),
    ...(doer && { by: doer }),
    ...(as && { as: { role: as.role, scope: formatScope(as.scope) } }),
    system: by === 'system',
    ...(by === 'operator' && { operator: true }),
    ...{ action, effect, about, revision, role },
    ...(OF_BOOKINGS.has(effect) && { reference: referenceOf(about as BookingId) }),
    ...(concerned && { holder: concerned }),
  }
}

const nextOf = ({ acts, isWhole }: ListedActs): string | undefined => {
  const last = acts.at(-1)
  return last && !isWhole ? formatActName(last) : undefined
}

/** Where another page ended, as it was written by the answer before. */
export const afterOf = (text: string): ListActs['after'] => {
  const [at = '', about = '', effect = '', role] = text.split('#')
  return { at: Number(at) as Instant, about, effect: effect as Effect, ...(role && { role: role as Role }) }
}

export const viewOfActs = (listed: ListedActs): ActList => {
  const { from, to, kept } = listed
  return { acts: listed.acts.map((act) => viewOfAct(act, listed)), from, to, kept, next: nextOf(listed) }
}
