/** What awaits an answer, who came, and why a booking ended. */
export const answers = {
  requested: 'Demande envoyée',
  requestedLead: (until: string) =>
    `Réponse avant le ${until} : le lieu répond à ses heures d’ouverture. En attendant, la place vous est gardée.`,
  withdraw: 'Retirer ma demande',
  offered: 'Une place est libre pour vous.',
  offeredLead: (place: string, until: string) =>
    `Le ${place}. Elle vous est gardée jusqu’au ${until} ; ensuite, elle va à la personne suivante.`,
  accept: 'Accepter cette place',
  decline: 'Non merci',
  working: 'Un instant…',
  arrive: 'Je suis arrivé',
  arriveWhen: (hours: string) => `En arrivant, dites-le ici : ${hours}.`,
  releases: 'Sinon, la place est rendue.',
  attended: 'Vous êtes arrivé.',
  attendedLead: 'C’est noté. Bonne séance !',
  noShow: 'La place est rendue.',
  noShowLead: 'Personne n’a dit que vous étiez arrivé. Vous étiez là ? Dites-le à l’agent, au guichet.',
  note: 'Le mot du lieu :',
  instead: 'Voir l’autre place que nous vous gardons',
  cancelled: 'Cette réservation est annulée.',
  because: {
    holder: 'La place est rendue. Vous n’avez rien d’autre à faire.',
    staff: 'Le lieu a dû annuler cette réservation. Nous en sommes désolés.',
    closure: 'Le lieu sera fermé à ce moment-là. Nous en sommes désolés.',
    'hours-changed': 'Les horaires du lieu ont changé. Nous en sommes désolés.',
    'lending-changed': 'L’espace n’est plus prêté ainsi. Nous en sommes désolés.',
    'workshop-cancelled': 'L’atelier n’aura pas lieu. Nous en sommes désolés.',
    'not-approved': 'Le lieu n’a pas accepté votre demande.',
    declined: 'Vous avez laissé cette place à quelqu’un d’autre.',
    lapsed: 'La réponse n’est pas venue à temps. La place n’est plus gardée.',
  },
} as const
