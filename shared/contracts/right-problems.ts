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
  'api-key-invalid': {
    status: 401,
    title: 'That key is not valid',
    detail: 'Check that it is whole. If it is revoked or over, ask those in charge for another.',
  },
  'not-for-keys': {
    status: 403,
    title: 'A key of its kind may not do that',
    detail: 'The API describes what a key may do, and reading and writing are different kinds.',
  },
  'mixed-credentials': {
    status: 400,
    title: 'A key and a cookie came together',
    detail: 'Send the key alone, from a program that keeps no cookies.',
  },
  'too-many-guesses': {
    status: 429,
    title: 'Too many keys or addresses that are not valid came from your connection',
    detail: 'Wait for the time in Retry-After, then send the right one.',
  },
  'too-many-keyed-requests': {
    status: 429,
    title: 'Too many requests came with that key',
    detail: 'Wait for the time in Retry-After, then go on.',
  },
  'person-missing': {
    status: 422,
    title: 'A key books for somebody',
    detail: 'Say for whom: for, with a name and if possible a phone.',
  },
  'too-many-api-keys': {
    status: 409,
    title: 'There are too many keys here',
    detail: 'Revoke one that is not needed, then try again.',
  },
  'other-address': {
    status: 403,
    title: 'That invitation is for another address',
    detail: 'Sign in with the address that the message came to.',
  },
} as const satisfies Record<string, Problem>
