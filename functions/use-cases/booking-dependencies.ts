import type { Dependencies } from '../dependencies.ts'

/** What whatever takes places or frees them needs of the world. */
export type BookingDependencies = Pick<
  Dependencies,
  | 'bookings'
  | 'sites'
  | 'waitlist'
  | 'closures'
  | 'workshops'
  | 'members'
  | 'people'
  | 'identities'
  | 'directory'
  | 'grants'
  | 'now'
>
