import type { Problem } from './problem-type.ts'

export const hookProblems = {
  'address-unfit': {
    status: 422,
    title: 'This address cannot be told',
    detail: 'Give an https address that the whole world reaches, without a port or a password; see fault.',
  },
  'topic-unfit': {
    status: 422,
    title: 'There is nothing of that kind to tell',
    detail: 'An association hears of its bookings only.',
  },
  'too-many-hooks': {
    status: 409,
    title: 'Enough tools are told already',
    detail: 'Remove one of them: see most.',
  },
  'too-many-trials': {
    status: 429,
    title: 'Enough was tried for now',
    detail: 'Wait as long as Retry-After says.',
  },
} as const satisfies Record<string, Problem>
