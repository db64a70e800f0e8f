import type { SpaceView } from '../../../../shared/contracts/site-views.ts'

const NBSP = '\u00A0'

/** As shown beside a space: `10 € la demi-journée`, `12,50 € la journée`. */
export const priceWords = (price: NonNullable<SpaceView['price']>): string => {
  if (price.per === 'free') return 'Gratuit'
  const euros =
    price.cents % 100 === 0 ? String(price.cents / 100) : (price.cents / 100).toFixed(2).replace('.', ',')
  return `${euros}${NBSP}€ ${price.per === 'day' ? 'la journée' : 'la demi-journée'}`
}
