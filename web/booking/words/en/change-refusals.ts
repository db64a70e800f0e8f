import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/change-refusals.ts'

export const changeRefusals = {
  'not-confirmed': {
    title: 'This booking is still waiting for an answer',
    says: () => 'Wait for the answer, or cancel your request and choose another time.',
    remedy: 'mine',
  },
  cancelled: {
    title: 'This booking is cancelled',
    says: () => 'It can no longer be moved: make a new booking.',
    remedy: 'choose',
  },
  'already-started': {
    title: 'The booking has already started',
    says: () => 'It can no longer be moved or cancelled. There is nothing for you to do.',
    remedy: 'mine',
  },
  'of-workshop': {
    title: 'This booking belongs to a workshop or an appointment',
    says: () => 'It cannot be changed on its own. For another date or time, give it up and book again.',
    remedy: 'mine',
  },
  'one-seat': {
    title: 'This booking has one seat only',
    says: () => 'The other seat is given back already. To give this one back too, cancel the booking.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.changeRefusals>
