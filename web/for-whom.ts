import type { GrantView } from '../shared/contracts/auth-views.ts'
import type { Choice } from './choice.ts'

const PREFIX = 'association:'

/** The associations that somebody belongs to: how each is called, by its identifier. */
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

/** Whether it has to be asked for whom a choice is booked: what it says is not so, or it says nothing. */
export const asksForWhom = ({ as }: Choice, grants: readonly GrantView[]): boolean => {
  const theirs = associationsIn(grants)
  return as === undefined ? theirs.size > 0 : !theirs.has(as)
}
