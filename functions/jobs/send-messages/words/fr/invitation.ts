import type { Role } from '../../../../../shared/domain/rights.ts'

const ROLES: Readonly<Record<Role, string>> = {
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

/** `invited`: as what, and where. */
export const invitation = {
  roles: ROLES,
  inDepartement: (role: string, code: string): string => `On vous invite ${role} dans le département ${code}`,
  everywhere: (role: string): string => `On vous invite ${role} dans tout le réseau`,
  at: (role: string, place: string): string => `On vous invite ${role} : ${place}`,
  somewhere: 'un lieu du réseau',
  within: 'Vous avez sept jours pour accepter.',
  action: 'Accepter l’invitation',
  secret: 'Ne donnez ce lien à personne : il ne sert qu’une fois. Vous n’attendiez rien ? Ne faites rien.',
}
