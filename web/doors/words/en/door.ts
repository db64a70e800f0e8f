import type { Translation } from '../../../../shared/domain/language.ts'
import { hourWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/door.ts'

const clock = (moment: string) => hourWords(moment.slice(11))

export const doorWords = {
  title: 'The door code',
  later: (from: string, until: string) =>
    `The code will appear here on the day. It will open the door from ${clock(from)} to ${clock(until)}.`,
  when: (from: string, until: string) => `It opens the door from ${clock(from)} to ${clock(until)}.`,
  alone: 'It is for you alone: do not give it to anybody.',
  awaited: 'The door does not know your code yet. Look at this page again in a minute.',
  awaitedByHand:
    'The staff have not typed your code into the keypad yet. Look at this page again before you come.',
  stillAwaited: 'Still nothing? Ask at the post office counter, or call them.',
  again: 'Look again',
  next: 'No need to print anything: the code opens the door.',
  withheld: 'A code opens the door. Only the person who booked can read it.',
} satisfies Translation<typeof fr.doorWords>
