export const details = {
  page: 'Vos coordonnées',
  title: 'À quel nom ?',
  name: 'Votre nom, ou celui de votre association',
  nameMissing: 'Écrivez votre nom.',
  email: 'Votre adresse e-mail',
  emailHint: 'Nous y envoyons un code à six chiffres. Pas de mot de passe.',
  emailWrong: 'Écrivez une adresse complète, comme camille@exemple.fr.',
  submit: 'Recevoir mon code',
  known: (name: string, email: string) => `Au nom de ${name} (${email})`,
  knownEmail: (email: string) => `Vous êtes connecté avec ${email}. Il nous manque votre nom.`,
  notYou: 'Ce n’est pas vous ?',
  book: 'Réserver',
  repeat: 'Répéter cette réservation',
  booking: 'Nous réservons votre place…',
  kept: 'Votre nom et votre adresse ne servent qu’à cette réservation et aux suivantes.',
  keptLink: 'Ce que nous gardons',
} as const

export const code = {
  page: 'Votre code',
  title: 'Le code reçu par e-mail',
  titleSignedIn: 'Votre réservation',
  sentTo: 'Nous l’avons envoyé à ',
  notThere: 'Rien reçu ? Regardez dans les indésirables, puis demandez un autre code.',
  field: 'Code à six chiffres',
  fieldWrong: 'Le code a six chiffres. Recopiez-le depuis l’e-mail, ou collez-le.',
  submitBooking: 'Réserver ma place',
  submitSignIn: 'Me connecter',
  resend: 'Renvoyer un code',
  resent: 'Un autre code est parti. Seul le dernier compte.',
  changeAddress: 'Changer d’adresse',
  noAddress: 'Nous ne savons pas à quelle adresse envoyer le code.',
  giveAddress: 'Donner mon nom et mon adresse',
} as const

export const signIn = {
  page: 'Se connecter',
  title: 'Retrouver mes réservations',
  lead: 'Donnez l’adresse e-mail de vos réservations : nous y envoyons un code.',
  signedOut: 'Pour voir cette réservation, donnez l’adresse e-mail avec laquelle vous l’avez prise.',
  goSignIn: 'Recevoir un code',
} as const
