import type { LocalDate } from './local-date.ts'
import type { Site } from './site.ts'
import { type LentHours, type UnstaffedHours, unstaffedHours } from './unstaffed-hours.ts'

export type UnstaffedRefusal = { readonly kind: 'unstaffed'; readonly hours: readonly UnstaffedHours[] }

const isSaved = (hours: UnstaffedHours, before: readonly UnstaffedHours[]): boolean =>
  before.some(({ day, start, end }) => day === hours.day && start <= hours.start && hours.end <= end)

/** Hours that were unstaffed before, since those of the counter changed, block no other change. */
export const unstaffedRefusal = (
  lent: LentHours,
  before: LentHours | undefined,
  { today, ...site }: Pick<Site, 'counter'> & { readonly today: LocalDate },
): UnstaffedRefusal | undefined => {
  const saved = before ? unstaffedHours(before, site, today) : []
  const hours = unstaffedHours(lent, site, today).filter((each) => !isSaved(each, saved))
  return hours.length > 0 ? { kind: 'unstaffed', hours } : undefined
}
