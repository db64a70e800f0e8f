import type { Instant } from '../../../shared/domain/instant.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import { functionClient, type Table } from '../../../shared/store/client.ts'
import { deliveryStore } from '../../../shared/store/delivery-store.ts'
import { doorStore } from '../../../shared/store/door-store.ts'
import { hookStore } from '../../../shared/store/hook-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { lockEnvironment, tableEnvironment } from '../../environment.ts'
import type { LockDependencies } from './tell-lock.ts'
import type { ToolDependencies } from './tell-tools.ts'
import { webhookLocks } from './webhook-locks.ts'

const now = () => Date.now() as Instant

const lockDependencies = (table: Table): LockDependencies | undefined => {
  const environment = lockEnvironment()
  if (!environment) return undefined
  const { RESTANTE_DOOR_KEYS, RESTANTE_LOCK_URL: url, RESTANTE_LOCK_SECRETS: secrets } = environment
  return {
    now,
    bookings: bookingStore(table),
    sites: siteStore(table),
    doors: doorStore(table, RESTANTE_DOOR_KEYS),
    locks: webhookLocks({ url, secrets, now }),
  }
}

export const toolDependencies = (): ToolDependencies => {
  const table = { client: functionClient(), name: tableEnvironment().RESTANTE_TABLE }
  const hooks = {
    now,
    hooks: hookStore(table),
    deliveries: deliveryStore(table),
    sites: siteStore(table),
  }
  return { hooks, locks: lockDependencies(table) }
}
