import { ofName } from '../../../kit/words/fr/names.ts'

export const details = {
  page: 'Vos coordonnées',
  title: 'À quel nom ?',
  name: 'Votre prénom et votre nom',
  nameMissing: 'Écrivez votre nom.',
  email: 'Votre adresse e-mail',
  emailHint: 'Nous y envoyons un code à six chiffres. Pas de mot de passe.',
  emailWrong: 'Écrivez une adresse complète, comme camille@exemple.fr.',
  submit: 'Recevoir mon code',
  known: (name: string, email: string | undefined) => `Au nom ${ofName(name)}${email ? ` (${email})` : ''}`,
  knownEmail: (email: string | undefined) =>
    `${email ? `Votre adresse : ${email}. ` : ''}Il nous manque votre nom.`,
  notYou: 'Ce n’est pas vous ?',
  book: 'Réserver',
  goOn: 'Continuer',
  ask: 'Envoyer ma demande',
  repeat: 'Répéter chaque semaine',
  booking: 'Nous réservons votre place…',
  asking: 'Nous envoyons votre demande…',
  kept: 'Votre nom et votre adresse ne servent qu’à cette réservation et aux suivantes.',
  keptLink: 'Ce que nous gardons',
} as const
