import { type Answer, aKey } from '../support/api.ts'
import type { Api } from './house.ts'
import type { Person } from './people.ts'
import type { Operation } from './wgl.ts'

/** The people in a quarter. */
export type Present = ReadonlySet<number>
export const keyOfPresent = (present: Present): string => [...present].sort((a, b) => a - b).join()

type Outcome = { readonly invoked: number; readonly returned: number; readonly mayBeMissing: boolean }

export const took = (who: number, capacity: number, outcome: Outcome): Operation<Present> => ({
  ...outcome,
  name: `${who} takes`,
  apply: (present) => (present.size < capacity && !present.has(who) ? new Set([...present, who]) : undefined),
})

export const wasRefused = (who: number, capacity: number, outcome: Outcome): Operation<Present> => ({
  ...outcome,
  name: `${who} is refused`,
  apply: (present) => (present.size >= capacity ? present : undefined),
})

export const left = (who: number, outcome: Outcome): Operation<Present> => ({
  ...outcome,
  name: `${who} leaves`,
  apply: (present) => (present.has(who) ? new Set([...present].filter((each) => each !== who)) : undefined),
})

export const wasCounted = (people: number, outcome: Outcome): Operation<Present> => ({
  ...outcome,
  name: `${people} are counted`,
  apply: (present) => (present.size === people ? present : undefined),
})

const MOST_REPEATS = 30

export type Round = {
  readonly api: Api
  readonly day: string
  readonly space: string
  readonly capacity: number
  /** Bounds of the contended quarters. */
  readonly quarters: readonly (readonly [string, string])[]
  readonly stepsEach: number
  readonly random: () => number
}

/** Lets everybody book, move and cancel at once; answers the history of each quarter. */
export const recordHistory = async (
  people: readonly Person[],
  round: Round,
): Promise<Operation<Present>[][]> => {
  const { api, day, space, capacity, quarters, random } = round
  const histories: Operation<Present>[][] = quarters.map(() => [])
  const timed = async (request: () => Promise<Answer>): Promise<[Answer, Outcome]> => {
    const invoked = performance.now()
    let answer = await request()
    for (let more = 0; answer.status >= 500 && more < MOST_REPEATS; more++) answer = await request()
    const mayBeMissing = answer.status >= 500
    return [answer, { invoked, returned: mayBeMissing ? Infinity : performance.now(), mayBeMissing }]
  }
  const note = (at: number, operation: Operation<Present>) => histories[at]?.push(operation)
  const timeOf = (at: number) => {
    const [start = '', end = ''] = quarters[at] ?? []
    return { date: day, start, end }
  }
  const arrive = (who: number, at: number, [{ status, body }, outcome]: [Answer, Outcome]): boolean => {
    const isIn = status < 300
    if (!isIn && status < 500 && body.code !== 'taken') throw new Error(`${status} ${body.code}`)
    note(at, isIn || outcome.mayBeMissing ? took(who, capacity, outcome) : wasRefused(who, capacity, outcome))
    return isIn
  }

  await Promise.all(
    people.map(async (person, who) => {
      let mine: { id: string; at: number } | undefined
      for (let step = 0; step < round.stepsEach; step++) {
        const [wanted, chance] = [Math.floor(random() * quarters.length), random()]
        const held = mine
        if (!held) {
          const key = aKey()
          const result = await timed(() => person.book(api, { space, ...timeOf(wanted) }, key))
          if (result[1].mayBeMissing) break
          if (arrive(who, wanted, result)) mine = { id: result[0].body.id, at: wanted }
        } else if (chance < 0.5 || wanted === held.at) {
          const [answer, outcome] = await timed(() => person.cancel(api, held.id))
          note(held.at, left(who, outcome))
          if (answer.status !== 200) break
          mine = undefined
        } else {
          const result = await timed(() => person.move(api, held.id, timeOf(wanted)))
          const isThere = arrive(who, wanted, result)
          if (isThere || result[1].mayBeMissing) note(held.at, left(who, result[1]))
          if (result[1].mayBeMissing) break
          if (isThere) mine = { id: held.id, at: wanted }
        }
      }
    }),
  )
  return histories
}
