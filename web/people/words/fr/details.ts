export const details = {
  page: 'Vos coordonnées',
  title: 'À quel nom ?',
  name: 'Votre nom, ou celui de votre association',
  nameMissing: 'Écrivez votre nom.',
  email: 'Votre adresse e-mail',
  emailHint: 'Nous y envoyons un code à six chiffres. Pas de mot de passe.',
  emailWrong: 'Écrivez une adresse complète, comme camille@exemple.fr.',
  submit: 'Recevoir mon code',
  known: (name: string, email: string | undefined) => `Au nom de ${name}${email ? ` (${email})` : ''}`,
  knownEmail: (email: string | undefined) =>
    `Vous êtes connecté${email ? ` avec ${email}` : ''}. Il nous manque votre nom.`,
  notYou: 'Ce n’est pas vous ?',
  book: 'Réserver',
  repeat: 'Répéter cette réservation',
  booking: 'Nous réservons votre place…',
  kept: 'Votre nom et votre adresse ne servent qu’à cette réservation et aux suivantes.',
  keptLink: 'Ce que nous gardons',
} as const
