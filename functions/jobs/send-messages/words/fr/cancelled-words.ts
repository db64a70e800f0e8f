import { isByStaff } from '../../../../../shared/domain/booking-state.ts'
import { type BookingNews, noteWords, type Words, whyWords } from './booking-words.ts'

const cancelled = (title: string, ...says: readonly string[]): Words => ({
  title,
  says: [...says],
  link: 'Voir ce qui s’est passé, ou chercher une autre place',
})

const lapsedWords = (wasRequest: boolean): Words =>
  wasRequest
    ? cancelled(
        'Demande restée sans réponse',
        'Le lieu n’a pas répondu à temps. La place ne vous est plus gardée.',
      )
    : cancelled(
        'La place n’est plus gardée',
        'Vous n’avez pas répondu à temps. La place ne vous est plus gardée.',
      )

const givenUpWords = (wasRequest: boolean): Words =>
  wasRequest
    ? cancelled('Demande retirée', 'Votre demande est retirée. La place servira à quelqu’un d’autre.')
    : cancelled('Réservation annulée', 'Votre réservation est annulée. La place servira à quelqu’un d’autre.')

export const cancelledWords = (news: BookingNews): Words => {
  const { booking, from } = news
  const { cause } = booking
  const wasRequest = from?.status === 'requested'
  const why = cause && whyWords(cause, news)
  if (why)
    return cancelled(
      'Réservation annulée',
      `Votre réservation est annulée : ${why}. Nous en sommes désolés.`,
      ...noteWords(booking),
    )
  if (cause === 'staff')
    return cancelled(
      'Réservation annulée',
      'Le lieu a dû annuler votre réservation. Nous en sommes désolés.',
      ...noteWords(booking),
    )
  if (cause === 'not-approved')
    return cancelled('Demande refusée', 'Le lieu n’a pas accepté votre demande.', ...noteWords(booking))
  if (cause === 'lapsed') return lapsedWords(wasRequest)
  if (isByStaff(booking))
    return cancelled(
      'Réservation annulée',
      'L’équipe du lieu a annulé votre réservation. Vous ne l’aviez pas demandé ? Appelez-la.',
    )
  return givenUpWords(wasRequest)
}
