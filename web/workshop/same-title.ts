import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'

/** The sittings of one title and level, soonest first. */
export type SameTitle = Pick<WorkshopSummary, 'title' | 'level'> & {
  readonly sittings: readonly WorkshopSummary[]
}

/** Titles in the order of their first sitting. */
export const byTitle = (workshops: readonly WorkshopSummary[]): SameTitle[] => {
  const groups = Map.groupBy(workshops, ({ title, level }) => `${title}\n${level}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ title: first.title, level: first.level, sittings: [first, ...others] }] : [],
  )
}
