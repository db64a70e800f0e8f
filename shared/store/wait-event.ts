import type { WaitlistEntry } from '../domain/waitlist.ts'
import type { Item } from './client.ts'
import { waitlistEntryOf } from './waitlist-item.ts'

/** `wait-over`: one less waits; `wait-ended`: with its workshop. */
export type WaitEvent = {
  readonly kind: 'wait-joined' | 'wait-over' | 'wait-ended'
  readonly id: string
  readonly wait: WaitlistEntry
}

/** Who waits for dates of a cycle hears of them with their seats. */
export const waitEventOf = (id: string, from: Item | undefined, to: Item): WaitEvent | undefined => {
  const wait = waitlistEntryOf(to)
  if (wait.status === 'ended') return { kind: 'wait-ended', id: `${id}#ended`, wait }
  if (wait.status !== 'waiting') return from && { kind: 'wait-over', id: `${id}#over`, wait }
  return from || wait.withCycle ? undefined : { kind: 'wait-joined', id: `${id}#joined`, wait }
}
