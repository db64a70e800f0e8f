/** What became of somebody at a workshop or a permanence. */
export const SEAT_OUTCOMES = ['present', 'excused', 'absent', 'not-noted'] as const
export const OUTCOMES = [...SEAT_OUTCOMES, 'drop-in'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Nobody is told of fewer people together. */
export const LEAST_TOLD = 5

/**
 * How many people, or bookings of people, and in how many quarters. `who` they are, where one may count several
 * times; otherwise each is somebody else.
 */
export type Counted<Name> = {
  readonly name: Name
  readonly count: number
  readonly quarters?: number
  readonly who?: ReadonlySet<string>
}

/** Without `count`, all of them together are still too few. */
export type Told<Name> = {
  readonly names: readonly Name[]
  readonly count?: number
  readonly quarters?: number
}

const sumOf = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((sum, each) => sum + (each ?? 0), 0)

const peopleIn = (groups: readonly Counted<unknown>[]): number =>
  new Set(groups.flatMap(({ who }) => [...(who ?? [])])).size +
  sumOf(groups.map(({ who, count }) => (who ? 0 : count)))

const isFew = (...groups: readonly Counted<unknown>[]): boolean => {
  const people = peopleIn(groups)
  return people > 0 && people < LEAST_TOLD
}

const together = <Name>(groups: readonly Counted<Name>[]): Told<Name> => {
  const names = groups.map(({ name }) => name)
  if (isFew(...groups)) return { names }
  return {
    names,
    count: sumOf(groups.map((each) => each.count)),
    quarters: sumOf(groups.map((each) => each.quarters)),
  }
}

/**
 * Groups of one to four are told together, with the smallest of the others where that is needed: neither a figure
 * nor what is left when the others are taken from their sum tells of so few.
 */
export const toldOf = <Name>(groups: readonly Counted<Name>[]): Told<Name>[] => {
  const few = groups.filter((each) => isFew(each))
  const others = groups
    .filter((each) => each.count > 0 && !isFew(each))
    .sort((one, other) => one.count - other.count)
  const lacks = () => few.length > 0 && (few.length < 2 || isFew(...few))
  while (lacks()) {
    const next = others.shift()
    if (!next) break
    few.push(next)
  }
  const alone = groups.filter((each) => !few.includes(each)).map((each) => together([each]))
  return few.length > 0 ? [...alone, together(groups.filter((each) => few.includes(each)))] : alone
}
