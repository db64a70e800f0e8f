import type { Grant, Role } from '../../../../../shared/domain/rights.ts'
import { type Message, textOf } from './messages.ts'

const ROLE_WORDS: Record<Role, string> = {
  agent: 'comme agent',
  phone: 'pour répondre au téléphone',
  mediator: 'comme médiateur ou médiatrice numérique',
  manager: 'comme responsable',
  owner: 'pour la mairie, propriétaire des locaux',
  coordinator: 'pour coordonner les lieux',
  network: 'pour le réseau',
  member: 'comme membre',
  lead: 'comme responsable',
}

const whereWords = ({ scope, place }: Grant & { readonly place: string | undefined }): string => {
  if (scope.kind === 'departement') return `dans le département ${scope.departement}`
  if (scope.kind === 'network') return 'dans tout le réseau'
  return `: ${place ?? 'un lieu du réseau'}`
}

/** The fragment of `link` holds the secret, so that no server sees it. */
export const invitationMessage = (
  to: string,
  invited: Grant & { readonly place: string | undefined },
  link: string,
): Message => ({
  to,
  subject: `On vous invite ${ROLE_WORDS[invited.role]} ${whereWords(invited)}`,
  text: textOf(
    'Bonjour,',
    `On vous invite ${ROLE_WORDS[invited.role]} ${whereWords(invited)}.`,
    `Pour accepter, ouvrez cette page dans les sept jours : ${link}`,
    'Ne donnez ce lien à personne : il ne sert qu’une fois. Vous n’attendiez rien ? Ne faites rien.',
  ),
})
