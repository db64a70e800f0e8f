import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/space.ts'

export const spaceWords = {
  access: {
    'counter-staff': 'The staff let you in at the counter.',
    'key-holder': 'You are given the key close by.',
    'door-code': 'A code opens the door.',
  },
  nothing: 'Nothing to book here yet. Ask at the post office counter, or call 3631.',
  holiday: 'public holiday',
} satisfies Translation<typeof fr.spaceWords>
