import { atName } from '../../../kit/words/fr/names.ts'

export const waitForm = {
  page: 'Prévenez-moi',
  title: 'Prévenez-moi dès que c’est libre',
  lead: (site: string) =>
    `Dites-nous ce qu’il vous faut ${atName(site)} : la première place qui se libère vous est gardée.`,
  day: 'Jour',
  dayWrong: 'Choisissez un jour à venir.',
  from: 'À partir de',
  to: 'Jusqu’à',
  minutes: 'Pendant',
  where: 'Où',
  here: 'Ici seulement',
  around: 'Ici, ou à moins de 10 km',
  submit: 'Prévenez-moi',
  working: 'Nous notons votre demande…',
  signInTitle: 'Où vous prévenir ?',
  signInLead: 'Donnez votre adresse e-mail : nous y envoyons un code, puis la bonne nouvelle.',
  nameTitle: 'À quel nom ?',
  nothing: 'Rien n’est prêté ici pour l’instant.',
} as const
