import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'

/** A sign-in code. */
export const code = {
  subject: (digits: string): string => `${digits} : votre code Restante`,
  says: 'Votre code',
  type: (minutes: number): string =>
    `Tapez-le sur la page où vous l’avez demandé, dans les ${minutes} minutes. Ne le donnez à personne.`,
  sameDevice: 'Sur le même appareil, vous pouvez aussi entrer sans le taper.',
  action: 'Entrer sans taper le code',
  unasked: 'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre à votre place.',
}

/** For people who waited for a seat of a cancelled workshop. */
export const waitEnded = {
  subjects: {
    workshop: (date: LocalDate, site: string): string => `Atelier annulé : ${dateWords(date)}, ${site}`,
    appointments: (date: LocalDate, site: string): string =>
      `Rendez-vous annulés : ${dateWords(date)}, ${site}`,
  },
  says: {
    workshop: (title: string): string =>
      `L’atelier « ${title} », pour lequel vous étiez sur la liste d’attente, n’aura pas lieu.`,
    appointments: (title: string): string =>
      `Les rendez-vous « ${title} », pour lesquels vous étiez sur la liste d’attente, n’auront pas lieu.`,
  },
  why: (note: string): string => `Pourquoi : ${note}`,
  action: 'Voir les autres ateliers et rendez-vous',
}

/** To the author of a proposal, once it is answered. */
export const proposal = {
  subjects: {
    accepted: (site: string): string => `Votre idée est retenue : ${site}`,
    declined: (site: string): string => `Votre idée n’est pas retenue : ${site}`,
  },
  about: (site: string): string => `Vous aviez proposé un usage pour ${site} :`,
  accepted: 'Votre idée est retenue.',
  declined: 'Votre idée ne peut pas être retenue.',
  answer: (note: string): string => `La réponse : ${note}`,
  action: 'Voir le lieu',
}
