import type { Booking } from '../../../../../shared/domain/booking.ts'
import { isHeld } from '../../../../../shared/domain/booking-state.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { isAtAnotherTime, isMoved } from '../../../../../shared/domain/workshop-edit.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords, type Message, textOf } from './messages.ts'

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

const timeWords = ({ date, start, end }: Pick<Workshop, 'date' | 'start' | 'end'>): string =>
  `le ${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`

const whenWords = ({ workshop, before, site, space, part }: ChangedWorkshop): string[] => {
  const where = [...(space ? [space] : []), site.name].join(', ')
  if (!isMoved(before, workshop))
    return [
      `L’heure et le lieu restent les mêmes : ${timeWords(part.kind === 'comes' ? part.seat : workshop)}, ${site.name}.`,
    ]
  return [
    isAtAnotherTime(before, workshop)
      ? `Avant : ${timeWords(before)}.`
      : 'Il a lieu dans une autre salle, au même moment.',
    `Maintenant : ${timeWords(workshop)}. ${where}.`,
  ]
}

const partWords = ({ workshop, before, part }: ChangedWorkshop, origin: string): string[] => {
  const see = `Voir l’atelier : ${origin}/atelier?id=${workshop.id}`
  if (part.kind === 'comes' && isHeld(part.seat))
    return [
      `Une place vous y est proposée. Dites si vous la prenez : ${origin}/reservation?id=${part.seat.id}`,
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
  return {
    to,
    subject: `Du nouveau pour l’atelier : ${dateWords(workshop.date)}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      `L’atelier « ${before.title} » change.`,
      ...(workshop.title === before.title ? [] : [`Il s’appelle maintenant « ${workshop.title} ».`]),
      ...(workshop.mediator === before.mediator
        ? []
        : [`Il est maintenant animé par ${workshop.mediatorName}.`]),
      ...whenWords(changed),
      ...partWords(changed, origin),
    ),
  }
}

const cyclePlaceWords = ({ workshop, before, space }: ChangedWorkshop): string[] => [
  ...(before.start === workshop.start && before.end === workshop.end
    ? []
    : [`Ils ont lieu maintenant de ${hourWords(workshop.start)} à ${hourWords(workshop.end)}.`]),
  ...(before.space === workshop.space || !space ? [] : [`Ils ont lieu maintenant dans : ${space}.`]),
]

/** One message for a whole cycle: which dates have changed is on the page. */
export const cycleChangedMessage = (to: string, changed: ChangedWorkshop, origin: string): Message => {
  const { workshop, before, site, part } = changed
  const from = dateWords(workshop.act?.from ?? workshop.date)
  return {
    to,
    subject: `Du nouveau pour vos ateliers, à partir du ${from} : ${site.name}`,
    text: textOf(
      'Bonjour,',
      `Les ateliers « ${before.title} » changent, à partir du ${from}.`,
      ...(workshop.title === before.title ? [] : [`Ils s’appellent maintenant « ${workshop.title} ».`]),
      ...(workshop.mediator === before.mediator
        ? []
        : [`Ils sont maintenant animés par ${workshop.mediatorName}.`]),
      ...cyclePlaceWords(changed),
      part.kind === 'leads'
        ? `Chaque date, comme elle est maintenant : ${origin}/ma-semaine`
        : `Chaque date, comme elle est maintenant, et comment rendre votre place : ${origin}/mes-reservations`,
    ),
  }
}
