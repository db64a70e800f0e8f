import type { ActList, ActView } from '../../shared/contracts/audit-views.ts'
import type { Act, Effect } from '../../shared/domain/act.ts'
import { type BookingId, referenceOf } from '../../shared/domain/booking.ts'
import { type Instant, localTextAt } from '../../shared/domain/instant.ts'
import type { ListActs, ListedActs } from './use-cases/list-acts.ts'

const OF_OTHERS: ReadonlySet<Effect> = new Set([
  'waited',
  'left',
  'admitted',
  'withdrawn',
  'closed',
  'reopened',
  'planned',
  'called-off',
  'codes-read',
  'codes-typed',
])

const viewOfAct = (act: Act, { people, timeZone }: ListedActs): ActView => {
  const { by, holder, about, effect, action, revision } = act
  const doer = by === 'system' ? undefined : people.get(by)?.name
  const concerned = holder && people.get(holder)?.name
  return {
    at: localTextAt(act.at, timeZone),
    ...(doer && { by: doer }),
    system: by === 'system',
    ...{ action, effect, about, revision },
    ...(!OF_OTHERS.has(effect) && { reference: referenceOf(about as BookingId) }),
    ...(concerned && { holder: concerned }),
  }
}

const nextOf = ({ acts, isWhole }: ListedActs): string | undefined => {
  const last = acts.at(-1)
  return last && !isWhole ? `${String(last.at).padStart(15, '0')}#${last.about}#${last.effect}` : undefined
}

/** Where another page ended, as it was written by the answer before. */
export const afterOf = (text: string): ListActs['after'] => {
  const [at = '', about = '', effect = ''] = text.split('#')
  return { at: Number(at) as Instant, about, effect: effect as Effect }
}

export const viewOfActs = (listed: ListedActs): ActList => ({
  acts: listed.acts.map((act) => viewOfAct(act, listed)),
  next: nextOf(listed),
})
