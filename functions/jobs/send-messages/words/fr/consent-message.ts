import type { Site } from '../../../../../shared/domain/site.ts'
import type { Space } from '../../../../../shared/domain/space.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { type Message, textOf } from './messages.ts'

type Told = { readonly site: Site; readonly space: Space }

export const askedMessage = (to: string, { site, space }: Told, origin: string): Message => ({
  to,
  subject: `Votre accord pour un espace prêté à ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Un espace est maintenant prêté à ${site.name} : ${space.name}.`,
    'Les locaux sont à vous : dites si vous êtes d’accord. Sans réponse, il reste prêté.',
    `Répondre : ${origin}/locaux?lieu=${site.id}`,
    'Vous recevez ce message parce que vous représentez le propriétaire de ces locaux.',
  ),
})

const saidOf = ({ space: { name, consent } }: Told): string =>
  consent?.until === undefined
    ? `Le propriétaire des locaux est d’accord pour prêter cet espace : ${name}.`
    : `Le propriétaire des locaux n’est plus d’accord pour prêter cet espace : ${name}. Dernier jour : ${dateWords(consent.until)}. Les personnes qui avaient réservé pour la suite sont prévenues.`

export const consentMessage = (to: string, told: Told, origin: string): Message => ({
  to,
  subject: `L’accord du propriétaire à ${told.site.name}`,
  text: textOf(
    'Bonjour,',
    saidOf(told),
    `Voir : ${origin}/locaux?lieu=${told.site.id}`,
    'Vous recevez ce message parce que vous êtes responsable de ce lieu.',
  ),
})
