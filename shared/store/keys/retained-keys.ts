import type { Key } from './key.ts'

type Kind =
  | 'booking'
  | 'audit-entry'
  | 'wait'
  | 'call'
  | 'series'
  | 'workshop'
  | 'holder'
  | 'own-day'
  | 'session'

/** By the words before the first `#` of the partition and of the sort key. */
const BOTH: Readonly<Record<string, Kind>> = {
  'BOOKING BOOKING': 'booking',
  'WAIT WAIT': 'wait',
  'HOLDER HOLDER': 'holder',
  'HOLDER DAY': 'own-day',
  'HOLDER SESSION': 'session',
}

/** By the word before the first `#` of the sort key alone. */
const SORTED: Readonly<Record<string, Kind>> = {
  AUDIT: 'audit-entry',
  CALL: 'call',
  CALLED: 'call',
  SERIES: 'series',
  WORKSHOP: 'workshop',
}

/** Which kind of item that the purge looks at a key names; undefined for all others. */
export const retainedKindOf = ({ pk, sk }: Key): Kind | undefined => {
  const [partition, sort = ''] = [pk, sk].map((each) => each.split('#', 1)[0])
  return SORTED[sort] ?? BOTH[`${partition} ${sort}`]
}

const SHOW_USE = new Set(['GRANT', 'MEMBER', 'WAITLIST-TICKET', 'PROPOSAL-TICKET'])

/** Whether an item of a holder shows that they still use the service: a right, a membership, a wait, a proposal. */
export const showsUse = ({ sk }: Key): boolean => SHOW_USE.has(sk.split('#', 1)[0] ?? '')
