import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/sign-in-refusals.ts'

export const signInRefusals = {
  'wrong-code': {
    title: 'That is not the right code',
    says: () => 'Copy the one from the latest message. After five tries, ask for another one.',
    remedy: 'correct',
  },
  'code-expired': {
    title: 'This code no longer works',
    says: () => 'Ask for another one: it arrives straight away.',
    remedy: 'correct',
  },
  'too-many-codes': {
    title: 'Too many codes were asked for',
    says: () => 'Wait an hour, then ask for another one. It is urgent? Call 3631.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.signInRefusals>
