import type { GrantView } from '../../shared/contracts/auth-views.ts'
import type { Choice } from '../availability/choice.ts'

const PREFIX = 'association:'

/** The names of a person's associations, by identifier. */
export const associationsIn = (grants: readonly GrantView[]): ReadonlyMap<string, string> =>
  new Map(
    grants
      .filter(({ scope }) => scope.startsWith(PREFIX))
      .map(({ scope, place }) => [scope.slice(PREFIX.length), place ?? ''] as const),
  )

/** The choice, booked for oneself when it names an association that the person does not belong to. */
export const withinOwn = ({ as, ...choice }: Choice, grants: readonly GrantView[]): Choice => ({
  ...choice,
  ...(as && associationsIn(grants).has(as) && { as }),
})

/** A choice that names nobody, or a foreign association, makes the page ask for whom it is. */
export const asksForWhom = ({ as }: Choice, grants: readonly GrantView[]): boolean => {
  const theirs = associationsIn(grants)
  return as === undefined ? theirs.size > 0 : !theirs.has(as)
}
