import type { Key } from './key.ts'

const RETAINED = {
  HOLDER: 'holder',
  DAY: 'own-day',
  SESSION: 'session',
  GRANT: 'in-use',
  MEMBER: 'in-use',
  'WAITLIST-TICKET': 'in-use',
  'PROPOSAL-TICKET': 'in-use',
} as const

/** What an item in the partition of a holder says about how long they are kept. */
export const retainedKindOf = ({ sk }: Key): (typeof RETAINED)[keyof typeof RETAINED] | undefined => {
  const word = sk.split('#', 1)[0] ?? ''
  return Object.hasOwn(RETAINED, word) ? RETAINED[word as keyof typeof RETAINED] : undefined
}
