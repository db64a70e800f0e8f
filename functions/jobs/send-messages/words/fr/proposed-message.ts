import type { Charge } from '../../../../../shared/domain/rights.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import { type Message, textOf } from './messages.ts'

const WHY_YOU: Record<Charge, string> = {
  site: 'Vous recevez ce message parce que vous êtes responsable de ce lieu.',
  office: 'Ce lieu n’a pas de responsable. Vous recevez ce message parce qu’il dépend de votre bureau.',
  departement:
    'Ce lieu n’a pas de responsable. Vous recevez ce message parce que vous l’êtes pour son département.',
  network:
    'Ce lieu n’a pas de responsable, son département non plus. Vous recevez ce message pour le réseau.',
}

/** The message names neither use nor author: people in charge read them after signing in. */
export const proposedMessage = (
  to: string,
  { site, charge }: { readonly site: Site; readonly charge: Charge },
  origin: string,
): Message => ({
  to,
  subject: `Une idée pour ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Quelqu’un propose un usage pour ${site.name}.`,
    `Lire son idée et lui répondre : ${origin}/idees?lieu=${site.id}`,
    WHY_YOU[charge],
  ),
})
