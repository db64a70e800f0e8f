import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import type { DateRefusal } from '../../../../../shared/domain/series.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'

const WHY: Partial<Record<DateRefusal['kind'], string>> = {
  taken: 'déjà pris',
  'holder-busy': 'vous avez une autre réservation à cette heure',
  'hour-skipped': 'cette heure n’existe pas ce jour-là : on passe à l’heure d’été',
  'outside-opening': 'l’espace n’est pas prêté à cette heure',
  'conditions-missing': 'le règlement du lieu a changé, et vous ne l’avez pas encore accepté',
  'insurance-missing': 'votre attestation d’assurance ne va pas jusque-là',
}

const datesWords = (count: number): string => `${count} ${count > 1 ? 'dates' : 'date'}`

const theseDates = (count: number): string => (count > 1 ? 'ces dates' : 'cette date')

/** When somebody changes their series, or that of an association. */
const changed = {
  own: {
    moved: (count: number): string =>
      `Vous avez déplacé ${theseDates(count)}. ${count > 1 ? 'Les voici' : 'La voici'} maintenant :`,
    cancelled: (count: number): string => `Vous avez annulé ${theseDates(count)} :`,
    stopped: (): string => 'Vous avez arrêté cette série.',
  },
  moved: (count: number, association: string): string =>
    `Quelqu’un de l’association ${association} a déplacé ${theseDates(count)}. ${count > 1 ? 'Les voici' : 'La voici'} maintenant :`,
  cancelled: (count: number, association: string): string =>
    `Quelqu’un de l’association ${association} a annulé ${theseDates(count)} :`,
  stopped: (association: string): string => `Quelqu’un de l’association ${association} a arrêté cette série.`,
  noOtherDate: 'Aucune autre date ne sera réservée.',
  subjects: {
    moved: (count: number, site: string): string => `Série déplacée : ${datesWords(count)}, ${site}`,
    cancelled: (count: number, site: string): string => `Série annulée : ${datesWords(count)}, ${site}`,
    stopped: (site: string): string => `Série arrêtée : ${site}`,
  },
  action: 'Voir la série',
}

/** When a series without an end goes on. */
const extended = {
  subjects: {
    booked: (count: number, site: string): string => `C’est réservé : ${extended.more(count)}, ${site}`,
    asked: (count: number, site: string): string => `Demande envoyée : ${extended.more(count)}, ${site}`,
    none: (site: string): string => `Ce n’est pas réservé : ${site}`,
  },
  more: (count: number): string => (count > 1 ? `${count} dates de plus` : 'une date de plus'),
  goesOn: (hours: string): string => `Votre série continue, ${hours} :`,
  refused: (hours: string): string => `Nous n’avons pas pu réserver, ${hours} :`,
  why: WHY,
  notPossible: 'ce n’est pas possible',
  refusedDate: (date: LocalDate, why: string): string => `- ${dateWords(date)} : ${why}`,
  accept: 'Donner ce qui manque pour les prochaines dates',
  action: 'Voir ou arrêter la série',
}

export const series = {
  subjects: {
    booked: (count: number, site: string): string => `C’est réservé : ${datesWords(count)}, ${site}`,
    asked: (count: number, site: string): string => `Demande envoyée : ${datesWords(count)}, ${site}`,
  },
  dates: (hours: string): string => `Voici vos dates, ${hours} :`,
  answerBy: (moment: string, counts: string): string =>
    `Le lieu répond pour chaque date avant ${moment}, et toujours avant qu’elle commence. ${counts} En attendant, elle vous est gardée.`,
  answer: (counts: string): string => `Le lieu répond pour chacune. ${counts}`,
  refused: (count: number): string =>
    `${count} ${count > 1 ? 'dates ne sont pas possibles' : 'date n’est pas possible'}.`,
  rolling: 'Vos dates suivantes seront réservées au fil du temps.',
  rollingUntil: (date: LocalDate): string =>
    `Vos dates suivantes seront réservées au fil du temps, jusqu’au ${dateWords(date)}.`,
  action: 'Voir ou annuler mes dates',
  extended,
  changed,
}
