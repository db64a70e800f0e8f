import type { SpaceId } from './ids.ts'
import type { LocalDate } from './local-date.ts'
import { isLentFrom } from './opening.ts'
import { ok, type Result, refuse } from './result.ts'
import type { OverlappingSpace, Space } from './space.ts'

export type LentSpace = Omit<Space, 'overlappingSpaces'>

export type OverlapRefusal =
  | { readonly kind: 'unknown-part'; readonly space: SpaceId; readonly part: SpaceId }
  | { readonly kind: 'divided-part'; readonly space: SpaceId; readonly part: SpaceId }
  | { readonly kind: 'repeated-part'; readonly space: SpaceId; readonly part: SpaceId }
  | { readonly kind: 'common-part'; readonly space: SpaceId; readonly part: SpaceId }
  | { readonly kind: 'too-small'; readonly space: SpaceId; readonly leastCapacity: number }

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Spaces that were saved before, as they were, and the date from which a space without openings is no longer lent. */
type Saved = { readonly before: readonly LentSpace[]; readonly today: LocalDate }

type CommonPart = { readonly space: SpaceId; readonly part: SpaceId; readonly other: SpaceId }

/** Parts that a whole with desks shares with other wholes, none of them retired. */
const commonParts = (spaces: readonly LentSpace[], today: LocalDate | undefined): CommonPart[] => {
  const lent = spaces.filter((space) => today === undefined || isLentFrom(space, today))
  return lent
    .filter(({ uses }) => uses.includes('desk'))
    .flatMap(({ id: space, parts }) =>
      parts.flatMap((part) =>
        lent
          .filter((other) => other.id !== space && other.parts.includes(part))
          .map((other) => ({ space, part, other: other.id })),
      ),
    )
}

const newCommonPart = (spaces: readonly LentSpace[], saved: Saved | undefined): CommonPart | undefined => {
  const known = saved ? commonParts(saved.before, saved.today) : []
  return commonParts(spaces, saved?.today).find(
    ({ space, part, other }) =>
      !known.some((each) => each.space === space && each.part === part && each.other === other),
  )
}

const refusalOf = (space: LentSpace, all: ReadonlyMap<SpaceId, LentSpace>): OverlapRefusal | undefined => {
  for (const [at, part] of space.parts.entries()) {
    const found = all.get(part)
    if (!found || part === space.id) return { kind: 'unknown-part', space: space.id, part }
    if (found.parts.length > 0) return { kind: 'divided-part', space: space.id, part }
    if (space.parts.indexOf(part) !== at) return { kind: 'repeated-part', space: space.id, part }
  }
  const leastCapacity = sum(space.parts.map((part) => all.get(part)?.capacity ?? 0))
  return leastCapacity > space.capacity ? { kind: 'too-small', space: space.id, leastCapacity } : undefined
}

/**
 * A whole has undivided parts and at least their capacity. Wholes with a common part are lent as rooms only:
 * desks of both, in no particular part, could exceed what their parts hold. A common part that was saved
 * before does not block other changes.
 */
export const withOverlappingSpaces = (
  spaces: readonly LentSpace[],
  saved?: Saved,
): Result<Space[], OverlapRefusal> => {
  const all = new Map(spaces.map((space) => [space.id, space]))
  for (const space of spaces) {
    const refusal = refusalOf(space, all)
    if (refusal) return refuse(refusal)
  }
  const common = newCommonPart(spaces, saved)
  if (common) return refuse({ kind: 'common-part', space: common.space, part: common.part })
  const floorOf = ({ id, parts }: LentSpace): readonly SpaceId[] => (parts.length > 0 ? parts : [id])
  const overlappingSpacesOf = (space: LentSpace): OverlappingSpace[] => {
    const floor = new Set(floorOf(space))
    return spaces
      .filter(({ id }) => id !== space.id)
      .map((other) => ({ other, common: floorOf(other).filter((part) => floor.has(part)) }))
      .filter(({ common }) => common.length > 0)
      .map(({ other: { id, capacity }, common }) => ({
        id,
        capacity,
        sharedPlaces: sum(common.map((part) => all.get(part)?.capacity ?? 0)),
      }))
  }
  return ok(spaces.map((space) => ({ ...space, overlappingSpaces: overlappingSpacesOf(space) })))
}
