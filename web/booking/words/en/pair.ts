import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/pair.ts'

export const pair = {
  title: 'Who can’t come?',
  lead: 'A seat that is given back goes to somebody else at once. You keep the other one.',
  who: 'Can’t come:',
  guest: (guest) => `${guest ?? 'The other person'}. I will come.`,
  me: (guest) => `Me. ${guest ?? 'The other person'} will come.`,
  both: 'Both of us. Nobody will come.',
  name: 'First name of who is coming',
  nameHint: 'The staff will know whom to welcome. Messages still come to you.',
  nameMissing: 'Write the first name of the person who is coming.',
  giveOne: 'Give one seat back',
  giveBoth: 'Give both seats back',
  keep: 'No, we will both come',
  done: 'One seat is given back.',
  doneLead: 'Somebody else will use it. The other seat is still yours.',
  see: 'See my booking',
  leave: 'Give one seat back, or both',
  hindered: 'Can’t come after all? Give one seat back or both until the start: others will use them.',
} satisfies Translation<typeof fr.pair>
