import type { Dependencies } from '../dependencies.ts'

export type BookingDependencies = Pick<
  Dependencies,
  | 'bookings'
  | 'holds'
  | 'seats'
  | 'sites'
  | 'waitlist'
  | 'closedDays'
  | 'workshops'
  | 'members'
  | 'people'
  | 'identities'
  | 'directory'
  | 'grants'
  | 'now'
>
