import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/workshop-changed-message.ts'
import { hourWords, textOf } from './messages.ts'

export const workshopChangedMessage: typeof fr.workshopChangedMessage = (
  to,
  { workshop, before, site },
  origin,
) => ({
  to,
  subject: `News of your workshop: ${dateWords(workshop.date)}, ${site.name}`,
  text: textOf(
    'Hello,',
    `The workshop “${before.title}” changes.`,
    ...(workshop.title === before.title ? [] : [`It is now called “${workshop.title}”.`]),
    ...(workshop.mediator === before.mediator ? [] : [`It is now led by ${workshop.mediatorName}.`]),
    `The time and the place stay the same: ${dateWords(workshop.date)}, from ${hourWords(workshop.start)} to ${hourWords(workshop.end)}, ${site.name}.`,
    `See the workshop: ${origin}/atelier?id=${workshop.id}`,
  ),
})
