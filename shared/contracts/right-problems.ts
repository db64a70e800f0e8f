import type { Problem } from './problem-type.ts'

export const rightProblems = {
  'role-unfit': {
    status: 422,
    title: 'That role is not for that scope',
    detail:
      'Agents, mediators and managers are of a site or a département, members and leads of an association.',
  },
  'too-many-invitations': {
    status: 409,
    title: 'Too many invitations are open here',
    detail: 'Withdraw some, or wait until they are taken.',
  },
  'invitation-over': {
    status: 409,
    title: 'That invitation is no longer valid',
    detail: 'It was taken or withdrawn, or its time has passed: ask for another one.',
  },
  'second-factor-missing': {
    status: 403,
    title: 'That right needs a second factor',
    detail: 'Sign in with GET /auth/oidc, then try again.',
  },
  'other-address': {
    status: 403,
    title: 'That invitation is for another address',
    detail: 'Sign in with the address that the message came to.',
  },
} as const satisfies Record<string, Problem>
