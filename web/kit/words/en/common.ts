import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/common.ts'

export const common = {
  brand: 'Restante',
  myBookings: 'My bookings',
  loading: 'One moment…',
  again: 'Try again',
  helpNumber: '3631',
  errorsTitle: (count: number) =>
    count > 1 ? 'Some answers need another look' : 'One answer needs another look',
  backHome: 'Back to the home page',
  colon: ': ',
  today: 'today',
  call: (phone: string) => `Call ${phone}`,
} satisfies Translation<typeof fr.common>
