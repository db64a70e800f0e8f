/** Why a booking ended. */
export const cancelled = {
  because: {
    title: 'Réservation annulée',
    says: (why: string): string => `Votre réservation est annulée : ${why}. Nous en sommes désolés.`,
  },
  byStaff: {
    title: 'Réservation annulée',
    says: 'Le lieu a dû annuler votre réservation. Nous en sommes désolés.',
  },
  notApproved: { title: 'Demande refusée', says: 'Le lieu n’a pas accepté votre demande.' },
  requestLapsed: {
    title: 'Demande restée sans réponse',
    says: 'Le lieu n’a pas répondu à temps. La place ne vous est plus gardée.',
  },
  offerLapsed: {
    title: 'La place n’est plus gardée',
    says: 'Vous n’avez pas répondu à temps. La place ne vous est plus gardée.',
  },
  onBehalf: {
    title: 'Réservation annulée',
    says: 'L’équipe du lieu a annulé votre réservation. Vous ne l’aviez pas demandé ? Appelez-la.',
  },
  requestWithdrawn: {
    title: 'Demande retirée',
    says: 'Votre demande est retirée. La place servira à quelqu’un d’autre.',
  },
  givenUp: {
    title: 'Réservation annulée',
    says: 'Votre réservation est annulée. La place servira à quelqu’un d’autre.',
  },
  action: 'Voir, ou chercher une autre place',
}
