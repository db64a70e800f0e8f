import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/one-booking.ts'

export const oneBooking = {
  page: 'Your booking',
  absent: 'We cannot find this booking.',
  absentLead: 'Check the address, or look for it in your bookings.',
} satisfies Translation<typeof fr.oneBooking>
