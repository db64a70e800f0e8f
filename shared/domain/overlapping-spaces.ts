import type { SpaceId } from './ids.ts'
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

const commonPart = (space: LentSpace, all: ReadonlyMap<SpaceId, LentSpace>): SpaceId | undefined =>
  space.parts.find((part) =>
    [...all.values()].some(({ id, parts }) => id !== space.id && parts.includes(part)),
  )

const refusalOf = (space: LentSpace, all: ReadonlyMap<SpaceId, LentSpace>): OverlapRefusal | undefined => {
  for (const [at, part] of space.parts.entries()) {
    const found = all.get(part)
    if (!found || part === space.id) return { kind: 'unknown-part', space: space.id, part }
    if (found.parts.length > 0) return { kind: 'divided-part', space: space.id, part }
    if (space.parts.indexOf(part) !== at) return { kind: 'repeated-part', space: space.id, part }
  }
  const common = space.uses.includes('desk') ? commonPart(space, all) : undefined
  if (common) return { kind: 'common-part', space: space.id, part: common }
  const leastCapacity = sum(space.parts.map((part) => all.get(part)?.capacity ?? 0))
  return leastCapacity > space.capacity ? { kind: 'too-small', space: space.id, leastCapacity } : undefined
}

/**
 * A whole has undivided parts and at least their capacity. Wholes with a common part are lent as rooms only:
 * desks of both, in no particular part, could exceed what their parts hold.
 */
export const withOverlappingSpaces = (spaces: readonly LentSpace[]): Result<Space[], OverlapRefusal> => {
  const all = new Map(spaces.map((space) => [space.id, space]))
  for (const space of spaces) {
    const refusal = refusalOf(space, all)
    if (refusal) return refuse(refusal)
  }
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
