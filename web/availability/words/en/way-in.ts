import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords, rangesWords } from '../../../kit/words/en/time-words.ts'
import { daysWords } from '../../../kit/words/en/weekday-words.ts'
import { byHours } from '../../by-hours.ts'
import type * as fr from '../fr/way-in.ts'

const DAY_HOURS = 24

const beforeWords = (hours: number): string => {
  if (hours === DAY_HOURS) return 'the day before'
  if (hours % DAY_HOURS === 0) return `${hours / DAY_HOURS} days before`
  return hours > 1 ? `${hours} hours before` : 'one hour before'
}

export const wayIn = {
  kinds: {
    'counter-staff': 'Go to the counter: the staff open the door for you.',
    'key-holder': 'Fetch the key here:',
    'door-code': 'A code opens the door.',
    open: 'The door is open: come in.',
  },
  host: (name) => `${name} opens the door for you.`,
  hostLater: 'Somebody comes to let you in. You will know who once the booking is confirmed.',
  callBefore: (hours) => `Call ${beforeWords(hours)} at the latest:`,
  keyHours: (hours) => byHours(hours, rangesWords).map(([ranges, days]) => `${daysWords(days)}, ${ranges}`),
  pickup: ({ date, ranges }) => `Fetch it beforehand: ${dayWords(date)}, ${rangesWords(ranges)}.`,
  pickupOver: 'The key can no longer be fetched before that time. Call first.',
  pickupThen: 'You can fetch it when you arrive.',
  unstaffed: 'The counter is closed at that time. Call before you come:',
} satisfies Translation<typeof fr.wayIn>
