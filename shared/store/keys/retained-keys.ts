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

const IN_USE = new Set(['GRANT', 'MEMBER', 'WAITLIST-TICKET', 'PROPOSAL-TICKET'])

/** Whether a key of a holder is that of a right, a membership, a wait or a proposal. */
export const isKeyInUse = ({ sk }: Key): boolean => IN_USE.has(sk.split('#', 1)[0] ?? '')
