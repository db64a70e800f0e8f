import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'

/** The sittings of one title for the same people, soonest first. */
export type SameTitle = {
  readonly title: string
  readonly audience: string | undefined
  readonly sittings: readonly WorkshopSummary[]
}

/** Titles in the order of their first sitting; `audienceOf` says for whom one is. */
export const byTitle = (
  workshops: readonly WorkshopSummary[],
  audienceOf: (workshop: WorkshopSummary) => string | undefined,
): SameTitle[] => {
  const groups = Map.groupBy(workshops, (each) => `${each.title}\n${audienceOf(each)}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ title: first.title, audience: audienceOf(first), sittings: [first, ...others] }] : [],
  )
}
