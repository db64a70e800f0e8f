import type { SpaceView } from '../../../../shared/contracts/site-views.ts'

/** As shown beside a space: `€10 a half-day`, `€12.50 a day`. */
export const priceWords = (price: NonNullable<SpaceView['price']>): string => {
  if (price.per === 'free') return 'Free'
  const euros = price.cents % 100 === 0 ? String(price.cents / 100) : (price.cents / 100).toFixed(2)
  return `€${euros} ${price.per === 'day' ? 'a day' : 'a half-day'}`
}
