import type { KeyPickup } from '../../../../shared/domain/key-pickup.ts'
import type { Access, Host, Price } from '../../../../shared/domain/space.ts'
import type { WayIn } from '../../../../shared/domain/way-in.ts'
import { dateWords, minuteWords } from './time-words.ts'

const DAY_HOURS = 24

/** How long before the start one calls: `la veille`. */
const beforeWords = (hours: number): string => {
  if (hours === DAY_HOURS) return 'la veille'
  if (hours % DAY_HOURS === 0) return `${hours / DAY_HOURS} jours avant`
  return hours > 1 ? `${hours} heures avant` : 'une heure avant'
}

const hostWords = ({ name, phone, callHoursBefore }: Host): string[] => [
  `Pour entrer : ${name} vous ouvre.`,
  ...(phone && !callHoursBefore ? [`Téléphone : ${phone}.`] : []),
  ...(phone && callHoursBefore ? [`Appelez au plus tard ${beforeWords(callHoursBefore)} : ${phone}.`] : []),
]

const kindWords = (access: Access): string[] => {
  switch (access.kind) {
    case 'counter-staff':
      return ['Pour entrer : l’agent vous ouvre, présentez-vous au guichet.']
    case 'key-holder': {
      const { name, address, phone } = access.keeper
      return [`Pour entrer : une clé est à retirer. ${[name, address, phone].filter(Boolean).join(', ')}.`]
    }
    case 'door-code':
      return access.door
        ? [
            'Pour entrer : un code ouvre la porte. Il s’affiche sur la page de votre réservation, le jour même.',
          ]
        : ['Pour entrer : un code ouvre la porte.']
    case 'host':
      return hostWords(access.host)
    case 'open':
      return ['Pour entrer : la porte est ouverte.']
  }
}

/** How one gets in, whatever the day. */
export const accessWords = (access: Access): string[] => [
  ...kindWords(access),
  ...(access.note ? [access.note] : []),
]

const pickupWords = ({ date, ranges, isOver }: KeyPickup): string => {
  if (isOver) return 'Attention : on ne peut plus retirer la clé avant cette heure. Appelez d’abord.'
  const hours = ranges.map(([from, to]) => `de ${minuteWords(from)} à ${minuteWords(to)}`).join(' et ')
  return `Retirez la clé avant : ${dateWords(date)}, ${hours}.`
}

/** How one gets in on the day. */
export const wayInWords = (
  { access, keyPickup, isUnstaffed }: WayIn,
  phone: string | undefined,
): string[] => [
  ...accessWords(access),
  ...(access.kind === 'key-holder'
    ? [keyPickup ? pickupWords(keyPickup) : 'La clé peut se retirer en arrivant.']
    : []),
  ...(isUnstaffed
    ? [
        `Attention : le guichet est fermé à cette heure-là. Appelez avant de venir${phone ? ` : ${phone}` : ''}.`,
      ]
    : []),
]

export const priceWords = (price: Price): string => {
  if (price.per === 'free') return 'gratuit'
  const euros =
    price.cents % 100 === 0 ? String(price.cents / 100) : (price.cents / 100).toFixed(2).replace('.', ',')
  return `${euros} € ${price.per === 'day' ? 'la journée' : 'la demi-journée'}, à payer sur place`
}
