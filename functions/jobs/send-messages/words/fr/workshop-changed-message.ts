import type { Site } from '../../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords, type Message, textOf } from './messages.ts'

type ChangedWorkshop = { readonly workshop: Workshop; readonly before: Workshop; readonly site: Site }

export const workshopChangedMessage = (
  to: string,
  { workshop, before, site }: ChangedWorkshop,
  origin: string,
): Message => ({
  to,
  subject: `Du nouveau pour l’atelier : ${dateWords(workshop.date)}, ${site.name}`,
  text: textOf(
    'Bonjour,',
    `L’atelier « ${before.title} » change.`,
    ...(workshop.title === before.title ? [] : [`Il s’appelle maintenant « ${workshop.title} ».`]),
    ...(workshop.mediator === before.mediator
      ? []
      : [`Il est maintenant animé par ${workshop.mediatorName}.`]),
    `L’heure et le lieu restent les mêmes : le ${dateWords(workshop.date)}, de ${hourWords(workshop.start)} à ${hourWords(workshop.end)}, ${site.name}.`,
    `Voir l’atelier : ${origin}/atelier?id=${workshop.id}`,
  ),
})
