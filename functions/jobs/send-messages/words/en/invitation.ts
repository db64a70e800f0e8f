import type * as fr from '../fr/invitation.ts'

const ROLES: typeof fr.invitation.roles = {
  agent: 'as counter staff',
  phone: 'to answer the telephone',
  mediator: 'as a digital skills adviser',
  manager: 'as a manager',
  owner: 'for the town hall, owner of the premises',
  coordinator: 'to coordinate the places',
  network: 'for the network',
  member: 'as a member',
  lead: 'as a representative',
}

export const invitation: typeof fr.invitation = {
  roles: ROLES,
  inDepartement: (role, code) => `You are invited ${role} in département ${code}`,
  everywhere: (role) => `You are invited ${role} everywhere`,
  at: (role, place) => `You are invited ${role}: ${place}`,
  somewhere: 'a post office of the network',
  within: 'You have seven days to accept.',
  action: 'Accept the invitation',
  secret: 'Do not give this link to anybody: it works only once. You were not expecting this? Do nothing.',
}
