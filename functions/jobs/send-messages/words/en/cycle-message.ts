import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { bringWords, partyWords } from '../../../../use-cases/words/en/party-words.ts'
import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/cycle-message.ts'
import { hourWords, textOf } from './messages.ts'

type Dated = Pick<Workshop, 'date' | 'start' | 'end'>

const listOf = (dated: readonly Dated[]): string =>
  dated
    .map(({ date, start, end }) => `- ${dateWords(date)}, ${hourWords(start)} to ${hourWords(end)}`)
    .join('\n')

export const cycleMessage: typeof fr.cycleMessage = (to, { workshop, site, seats, waiting }, origin) => ({
  to,
  subject: `It’s booked: ${seats.length} ${seats.length > 1 ? 'dates' : 'date'}, ${site.name}`,
  text: textOf(
    'Hello,',
    `Here are your dates for the workshops “${workshop.title}”:`,
    listOf(seats),
    ...(waiting.length > 0 ? ['These dates are full. You are on the waiting list:', listOf(waiting)] : []),
    [
      ...seats.slice(0, 1).flatMap(partyWords),
      site.name,
      site.address,
      `${site.postcode} ${site.commune}`,
      ...(site.phone ? [`Phone: ${site.phone}`] : []),
      ...(workshop.bring ? [bringWords(workshop.bring)] : []),
    ].join('\n'),
    `See them, or give a seat back: ${origin}/mes-reservations`,
  ),
})
