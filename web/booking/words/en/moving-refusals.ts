import type { Translation } from '../../../../shared/domain/language.ts'
import { bookingRefusals } from '../../../availability/words/en/booking-refusals.ts'
import type * as fr from '../fr/moving-refusals.ts'
import { changeRefusals } from './change-refusals.ts'

export const movingRefusals = { ...bookingRefusals, ...changeRefusals } satisfies Translation<
  typeof fr.movingRefusals
>

export const staffMovingRefusals = {
  ...movingRefusals,
  'holder-busy': {
    title: 'This person already has a booking at that time',
    says: () => 'Choose another time.',
    remedy: 'choose',
  },
} satisfies Translation<typeof fr.staffMovingRefusals>
