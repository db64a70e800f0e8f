import type { Instant } from '../../../shared/domain/instant.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import { functionClient } from '../../../shared/store/client.ts'
import { doorStore } from '../../../shared/store/door-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { lockEnvironment } from '../../environment.ts'
import type { LockDependencies } from './tell-lock.ts'
import { webhookLocks } from './webhook-locks.ts'

export const lockDependencies = (): LockDependencies => {
  const {
    RESTANTE_TABLE,
    RESTANTE_DOOR_KEYS,
    RESTANTE_LOCK_URL: url,
    RESTANTE_LOCK_SECRETS,
  } = lockEnvironment()
  const table = { client: functionClient(), name: RESTANTE_TABLE }
  const now = () => Date.now() as Instant
  return {
    now,
    bookings: bookingStore(table),
    sites: siteStore(table),
    doors: doorStore(table, RESTANTE_DOOR_KEYS),
    locks: webhookLocks({ url, secrets: RESTANTE_LOCK_SECRETS, now }),
  }
}
