import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'

const NAMES = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const WORKSHOP = {
  news: 'Du nouveau pour l’atelier',
  changes: (title: string): string => `L’atelier « ${title} » change.`,
  called: (title: string): string => `Il s’appelle maintenant « ${title} ».`,
  led: (names: readonly string[]): string => `Il est maintenant animé par ${NAMES.format(names)}.`,
  same: (when: string, site: string): string => `L’heure et le lieu restent les mêmes : ${when}, ${site}.`,
  see: 'Voir l’atelier',
}

/** People know a permanence by its appointments. */
const APPOINTMENTS: typeof WORKSHOP = {
  news: 'Du nouveau pour les rendez-vous',
  changes: (title) => `Les rendez-vous « ${title} » changent.`,
  called: (title) => `Ils s’appellent maintenant « ${title} ».`,
  led: (names) => `Ils sont maintenant avec ${NAMES.format(names)}.`,
  same: (when, site) => `Les heures et le lieu restent les mêmes : ${when}, ${site}.`,
  see: 'Voir les rendez-vous',
}

/** Several workshops of a cycle. */
const WORKSHOPS = {
  news: (date: LocalDate, site: string): string =>
    `Du nouveau pour vos ateliers, à partir du ${dateWords(date)} : ${site}`,
  change: (title: string, date: LocalDate): string =>
    `Les ateliers « ${title} » changent, à partir du ${dateWords(date)}.`,
  called: (title: string): string => `Ils s’appellent maintenant « ${title} ».`,
  led: (names: readonly string[]): string => `Ils sont maintenant animés par ${NAMES.format(names)}.`,
}

const PERMANENCES: typeof WORKSHOPS = {
  news: (date, site) => `Du nouveau pour vos rendez-vous, à partir du ${dateWords(date)} : ${site}`,
  change: (title, date) => `Les rendez-vous « ${title} » changent, à partir du ${dateWords(date)}.`,
  called: APPOINTMENTS.called,
  led: APPOINTMENTS.led,
}

export const workshopChanged = {
  workshop: WORKSHOP,
  appointments: APPOINTMENTS,
  workshops: WORKSHOPS,
  permanences: PERMANENCES,
  when: (date: LocalDate, from: number, to: number): string =>
    `le ${dateWords(date)}, de ${minuteWords(from)} à ${minuteWords(to)}`,
  appointment: (when: string, where: string): string => `Votre rendez-vous : ${when}. ${where}.`,
  before: (when: string): string => `Avant : ${when}.`,
  otherRoom: 'Il a lieu dans une autre salle, au même moment.',
  now: (when: string, where: string): string => `Maintenant : ${when}. ${where}.`,
  offered: (moment: string): string => `Une place vous y est proposée. Répondez avant ${moment}.`,
  answer: 'Répondre',
  kept: 'Votre place vous est gardée.',
  seeSeat: 'Voir ma réservation',
  giveBack: 'Rendre ma place, si je ne peux plus venir',
  keepsRank: 'Vous gardez votre rang sur la liste d’attente.',
  hoursNow: (from: number, to: number): string =>
    `Ils ont lieu maintenant de ${minuteWords(from)} à ${minuteWords(to)}.`,
  roomNow: (space: string): string => `Ils ont lieu maintenant dans cette salle : ${space}.`,
  eachDate: 'Voir chaque date',
  eachDateAndSeat: 'Voir mes dates ou rendre une place',
}
