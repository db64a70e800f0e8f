export const signIn = {
  page: 'Se connecter',
  title: 'Retrouver mes réservations',
  lead: 'Donnez l’adresse e-mail de vos réservations : nous y envoyons un code.',
  signedOut: 'Pour voir cette réservation, donnez l’adresse e-mail avec laquelle vous l’avez prise.',
  goSignIn: 'Recevoir un code',
} as const
