import type { Problem } from './problem-type.ts'

export const associationProblems = {
  'association-known': {
    status: 409,
    title: 'An association is registered here under that number',
    detail: 'Ask its lead for an invitation, or the office if nobody knows who leads it.',
  },
  'too-many-associations': {
    status: 409,
    title: 'You belong to as many associations as one can',
    detail: 'Leave one first.',
  },
  'last-lead': {
    status: 409,
    title: 'An association needs somebody who leads it',
    detail: 'Make somebody else a lead first.',
  },
  'conditions-missing': {
    status: 409,
    title: 'This place asks to accept its conditions first',
    detail: 'Accept the version that is named with PUT /sites/{site}/acceptance, then book.',
  },
  'conditions-changed': {
    status: 409,
    title: 'The conditions have changed',
    detail: 'Read them again, then accept the version that is named.',
  },
  'insurance-missing': {
    status: 409,
    title: 'This place asks for an insurance that covers that date',
    detail: 'Say until when yours does with PUT /sites/{site}/acceptance, then book.',
  },
} as const satisfies Record<string, Problem>
