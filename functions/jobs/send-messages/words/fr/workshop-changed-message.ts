import type { Booking } from '../../../../../shared/domain/booking.ts'
import { isHeld } from '../../../../../shared/domain/booking-state.ts'
import { mediatorsOf, namesOfMediators } from '../../../../../shared/domain/mediators.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { isAtAnotherTime, isMoved } from '../../../../../shared/domain/workshop-edit.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords, type Message, momentWords, textOf } from './messages.ts'

/** What somebody has to do with a workshop. */
export type WorkshopPart =
  | { readonly kind: 'comes'; readonly seat: Booking }
  | { readonly kind: 'waits' | 'leads' }

type ChangedWorkshop = {
  readonly workshop: Workshop
  readonly before: Workshop
  readonly site: Site
  /** Its name. */
  readonly space: string | undefined
  readonly part: WorkshopPart
}

const WORKSHOP = {
  news: 'l’atelier',
  changes: (title: string) => `L’atelier « ${title} » change.`,
  called: (title: string) => `Il s’appelle maintenant « ${title} ».`,
  led: (name: string) => `Il est maintenant animé par ${name}.`,
  same: 'L’heure et le lieu restent les mêmes',
  see: 'Voir l’atelier',
}

const WORKSHOPS = {
  news: 'vos ateliers',
  change: (title: string) => `Les ateliers « ${title} » changent`,
  called: (title: string) => `Ils s’appellent maintenant « ${title} ».`,
  led: (name: string) => `Ils sont maintenant animés par ${name}.`,
}

/** People know a permanence by its appointments. */
const APPOINTMENTS = {
  news: 'vos rendez-vous',
  change: (title: string) => `Les rendez-vous « ${title} » changent`,
  called: WORKSHOPS.called,
  led: (name: string) => `Ils sont maintenant avec ${name}.`,
}

const PERMANENCE: typeof WORKSHOP = {
  ...APPOINTMENTS,
  news: 'les rendez-vous',
  changes: (title) => `${APPOINTMENTS.change(title)}.`,
  same: 'Les heures et le lieu restent les mêmes',
  see: 'Voir les rendez-vous',
}

const wordsOf = ({ appointments }: Workshop) => (appointments ? PERMANENCE : WORKSHOP)

const names = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const namesIn = (workshop: Workshop): string => names.format(mediatorsOf(workshop).map(({ name }) => name))

type New = Pick<ChangedWorkshop, 'workshop' | 'before'>

const newWords = ({ workshop, before }: New, words: Pick<typeof WORKSHOP, 'called' | 'led'>): string[] => [
  ...(workshop.title === before.title ? [] : [words.called(workshop.title)]),
  ...(namesOfMediators(workshop) === namesOfMediators(before) ? [] : [words.led(namesIn(workshop))]),
]

const timeWords = ({ date, start, end }: Pick<Workshop, 'date' | 'start' | 'end'>): string =>
  `le ${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`

const whenWords = ({ workshop, before, site, space, part }: ChangedWorkshop): string[] => {
  const where = [...(space ? [space] : []), site.name].join(', ')
  if (!isMoved(before, workshop))
    return [
      `${wordsOf(workshop).same} : ${timeWords(part.kind === 'comes' ? part.seat : workshop)}, ${site.name}.`,
    ]
  if (workshop.appointments && part.kind === 'comes')
    return [`Votre rendez-vous : ${timeWords(part.seat)}. ${where}.`]
  return [
    isAtAnotherTime(before, workshop)
      ? `Avant : ${timeWords(before)}.`
      : 'Il a lieu dans une autre salle, au même moment.',
    `Maintenant : ${timeWords(workshop)}. ${where}.`,
  ]
}

const partWords = ({ workshop, before, site, part }: ChangedWorkshop, origin: string): string[] => {
  const see = `${wordsOf(workshop).see} : ${origin}/atelier?id=${workshop.id}`
  if (part.kind === 'comes' && isHeld(part.seat))
    return [
      `Une place vous y est proposée. Dites si vous la prenez, avant ${momentWords(part.seat.until, site)} : ${origin}/reservation?id=${part.seat.id}`,
    ]
  if (isMoved(before, workshop) && part.kind === 'comes')
    return [
      `Votre place vous est gardée : ${origin}/reservation?id=${part.seat.id}`,
      `Vous ne pouvez plus venir ? Rendez-la, elle servira à quelqu’un d’autre : ${origin}/annuler?id=${part.seat.id}`,
    ]
  return [
    ...(isMoved(before, workshop) && part.kind === 'waits'
      ? ['Vous gardez votre rang sur la liste d’attente.']
      : []),
    see,
  ]
}

export const workshopChangedMessage = (to: string, changed: ChangedWorkshop, origin: string): Message => {
  const { workshop, before, site } = changed
  const words = wordsOf(workshop)
  return {
    to,
    subject: `Du nouveau pour ${words.news} : ${dateWords(workshop.date)}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      words.changes(before.title),
      ...newWords(changed, words),
      ...whenWords(changed),
      ...partWords(changed, origin),
    ),
  }
}

const cyclePlaceWords = ({ workshop, before, space }: ChangedWorkshop): string[] => [
  ...(before.start === workshop.start && before.end === workshop.end
    ? []
    : [`Ils ont lieu maintenant de ${hourWords(workshop.start)} à ${hourWords(workshop.end)}.`]),
  ...(before.space === workshop.space || !space
    ? []
    : [`Ils ont lieu maintenant dans cette salle : ${space}.`]),
]

/** One message for a whole cycle: which dates have changed is on the page. */
export const cycleChangedMessage = (to: string, changed: ChangedWorkshop, origin: string): Message => {
  const { workshop, before, site, part } = changed
  const words = workshop.appointments ? APPOINTMENTS : WORKSHOPS
  const from = dateWords(workshop.act?.from ?? workshop.date)
  return {
    to,
    subject: `Du nouveau pour ${words.news}, à partir du ${from} : ${site.name}`,
    text: textOf(
      'Bonjour,',
      `${words.change(before.title)}, à partir du ${from}.`,
      ...newWords(changed, words),
      ...cyclePlaceWords(changed),
      part.kind === 'leads'
        ? `Chaque date, comme elle est maintenant : ${origin}/ma-semaine`
        : `Chaque date, comme elle est maintenant, et comment rendre votre place : ${origin}/mes-reservations`,
    ),
  }
}
