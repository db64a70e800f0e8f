import type { Booking } from '../../../../../shared/domain/booking.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { bringWords, partyWords } from '../../../../use-cases/words/fr/party-words.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords, type Message, textOf } from './messages.ts'

/** A person’s seats and waits in the workshops of a cycle. */
type BookedCycle = {
  readonly workshop: Workshop
  readonly site: Site
  readonly seats: readonly Booking[]
  readonly waiting: readonly Workshop[]
}

type Dated = Pick<Workshop, 'date' | 'start' | 'end'>

const listOf = (dated: readonly Dated[]): string =>
  dated
    .map(({ date, start, end }) => `- ${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`)
    .join('\n')

export const cycleMessage = (
  to: string,
  { workshop, site, seats, waiting }: BookedCycle,
  origin: string,
): Message => ({
  to,
  subject: `C’est réservé : ${seats.length} ${seats.length > 1 ? 'dates' : 'date'}, ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Voici vos dates pour les ateliers « ${workshop.title} » :`,
    listOf(seats),
    ...(waiting.length > 0
      ? ['C’est complet à ces dates. Vous êtes sur la liste d’attente :', listOf(waiting)]
      : []),
    [
      ...seats.slice(0, 1).flatMap(partyWords),
      site.name,
      site.address,
      `${site.postcode} ${site.commune}`,
      ...(site.phone ? [`Téléphone : ${site.phone}`] : []),
      ...(workshop.bring ? [bringWords(workshop.bring)] : []),
    ].join('\n'),
    `Les revoir, ou rendre une place : ${origin}/mes-reservations`,
  ),
})
