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

/** The same, for oneself where it was for an association that one does not belong to. */
export const withinOwn = ({ as, ...choice }: Choice, grants: readonly GrantView[]): Choice => ({
  ...choice,
  ...(as && associationsIn(grants).has(as) && { as }),
})

/** Whether to ask for whom a choice is booked: it names nobody, or an association that is not theirs. */
export const asksForWhom = ({ as }: Choice, grants: readonly GrantView[]): boolean => {
  const theirs = associationsIn(grants)
  return as === undefined ? theirs.size > 0 : !theirs.has(as)
}
