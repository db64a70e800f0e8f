import type { Dependencies } from '../dependencies.ts'

/** What whatever takes places or frees them needs of the world. */
export type InventoryDependencies = Pick<
  Dependencies,
  | 'bookings'
  | 'sites'
  | 'waits'
  | 'closures'
  | 'workshops'
  | 'members'
  | 'people'
  | 'identities'
  | 'directory'
  | 'grants'
  | 'now'
>
