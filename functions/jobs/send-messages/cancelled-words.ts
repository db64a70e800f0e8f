import { isByStaff } from '../../../shared/domain/booking-state.ts'
import { type BookingNews, noteWords, WHY, type Words } from './booking-words.ts'

const LINK = 'Voir ce qui s’est passé, ou chercher une autre place'

/** What a holder is told of a booking that is cancelled. */
export const cancelledWords = ({ booking, from }: BookingNews): Words => {
  const { cause } = booking
  const isRequest = from?.status === 'requested'
  const why = cause && WHY[cause]
  if (why)
    return {
      title: 'Réservation annulée',
      says: [`Votre réservation est annulée : ${why}. Nous en sommes désolés.`, ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'staff')
    return {
      title: 'Réservation annulée',
      says: ['Le lieu a dû annuler votre réservation. Nous en sommes désolés.', ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'not-approved')
    return {
      title: 'Demande refusée',
      says: ['Le lieu n’a pas accepté votre demande.', ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'lapsed')
    return isRequest
      ? {
          title: 'Demande restée sans réponse',
          says: ['Le lieu n’a pas répondu à temps. La place ne vous est plus gardée.'],
          link: LINK,
        }
      : {
          title: 'La place n’est plus gardée',
          says: ['Vous n’avez pas répondu à temps. La place ne vous est plus gardée.'],
          link: LINK,
        }
  if (isByStaff(booking))
    return {
      title: 'Réservation annulée',
      says: ['L’équipe du lieu a annulé votre réservation. Vous ne l’aviez pas demandé ? Appelez-la.'],
      link: LINK,
    }
  return isRequest
    ? {
        title: 'Demande retirée',
        says: ['Votre demande est retirée. La place servira à quelqu’un d’autre.'],
        link: LINK,
      }
    : {
        title: 'Réservation annulée',
        says: ['Votre réservation est annulée. La place servira à quelqu’un d’autre.'],
        link: LINK,
      }
}
