import type { KeyPickup } from '../../../../shared/domain/key-pickup.ts'
import type { Access, Host } from '../../../../shared/domain/space.ts'
import type * as fr from '../fr/way-in-words.ts'
import { dateWords, minuteWords } from './time-words.ts'

const DAY_HOURS = 24

const beforeWords = (hours: number): string => {
  if (hours === DAY_HOURS) return 'the day before'
  if (hours % DAY_HOURS === 0) return `${hours / DAY_HOURS} days before`
  return hours > 1 ? `${hours} hours before` : 'one hour before'
}

const hostWords = ({ name, phone, callHoursBefore }: Host): string[] => [
  `To get in: ${name} opens the door for you.`,
  ...(phone && !callHoursBefore ? [`Phone: ${phone}.`] : []),
  ...(phone && callHoursBefore ? [`Call ${beforeWords(callHoursBefore)} at the latest: ${phone}.`] : []),
]

const kindWords = (access: Access): string[] => {
  switch (access.kind) {
    case 'counter-staff':
      return ['To get in: go to the counter, the staff open the door for you.']
    case 'key-holder': {
      const { name, address, phone } = access.keeper
      return [`To get in: fetch the key here. ${[name, address, phone].filter(Boolean).join(', ')}.`]
    }
    case 'door-code':
      return access.door
        ? ['To get in: a code opens the door. It is shown on the page of your booking, on the day itself.']
        : ['To get in: a code opens the door.']
    case 'host':
      return hostWords(access.host)
    case 'open':
      return ['To get in: the door is open.']
  }
}

export const accessWords: typeof fr.accessWords = (access) => [
  ...kindWords(access),
  ...(access.note ? [access.note] : []),
]

const pickupWords = ({ date, ranges, isOver }: KeyPickup): string => {
  if (isOver) return 'Please note: the key can no longer be fetched before that time. Call first.'
  const hours = ranges.map(([from, to]) => `${minuteWords(from)} to ${minuteWords(to)}`).join(' and ')
  return `Fetch the key beforehand: ${dateWords(date)}, ${hours}.`
}

export const wayInWords: typeof fr.wayInWords = ({ access, keyPickup, isUnstaffed }, phone) => [
  ...accessWords(access),
  ...(access.kind === 'key-holder'
    ? [keyPickup ? pickupWords(keyPickup) : 'You can fetch the key when you arrive.']
    : []),
  ...(isUnstaffed
    ? [`Please note: the counter is closed at that time. Call before you come${phone ? `: ${phone}` : ''}.`]
    : []),
]

export const priceWords: typeof fr.priceWords = (price) => {
  if (price.per === 'free') return 'free'
  const euros = price.cents % 100 === 0 ? String(price.cents / 100) : (price.cents / 100).toFixed(2)
  return `€${euros} ${price.per === 'day' ? 'a day' : 'a half-day'}, paid on the spot`
}
