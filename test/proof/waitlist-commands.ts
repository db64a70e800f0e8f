import fc from 'fast-check'
import { formatQuarter, quarter } from '../../shared/domain/quarter.ts'
import { type Answer, aKey } from '../support/api.ts'
import { leaveOn, readWaitlistEntryOn, waitOn } from '../support/waitlist.ts'
import { refusalOf, type SlotRequest, SPACE_NAMES, type SpaceName, type Stay } from './floor-model.ts'
import type { Api } from './house.ts'
import type { Person } from './people.ts'

/** A person who waits for `quarters` in a row inside a window; `stay` is the offer. */
type Waiting = {
  readonly person: number
  readonly only?: SpaceName | undefined
  readonly from: number
  readonly to: number
  readonly quarters: number
  readonly use: SlotRequest['use']
  readonly places: number
  readonly status: 'waiting' | 'offered' | 'left'
  readonly stay?: number
}

export type WaitlistModel = { stays: Stay[]; waits: Waiting[] }
export type WaitlistWorld = {
  readonly people: readonly Person[]
  readonly api: Api
  /** The same API without faults, to see the outcome. */
  readonly calm: Api
  readonly day: string
  /** Ids of the model's stays and waitlist entries, in the same order; an offer's once it is seen. */
  readonly booked: (string | undefined)[]
  readonly waits: string[]
  /** Advances the clock, so that each request is later than the one before. */
  readonly tick: () => void
  steps: number
}
export type WaitlistCommand = fc.AsyncCommand<WaitlistModel, WaitlistWorld>

const MOST_REPEATS = 20
const insist = async (request: () => Promise<Answer>): Promise<Answer> => {
  let answer = await request()
  for (let repeats = 0; answer.status >= 500 && repeats < MOST_REPEATS; repeats++) answer = await request()
  return answer
}

const expectAnswer = (what: string, { status, body }: Answer, wanted: string): void => {
  const found = `${status} ${body.code ?? body.status}`
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}: ${JSON.stringify(body)}`)
}

const textOf = (at: number) => formatQuarter(quarter(at))

/** Order of times: soonest first, then by the name of the space. */
const findSlotFor = (stays: readonly Stay[], wait: Waiting): SlotRequest | undefined => {
  for (let start = wait.from; start + wait.quarters <= wait.to; start++) {
    for (const space of [...SPACE_NAMES].sort()) {
      if (wait.only && wait.only !== space) continue
      const request: SlotRequest = {
        space,
        day: 0,
        start,
        end: start + wait.quarters,
        use: wait.use,
        places: wait.places,
      }
      if (refusalOf(stays, wait.person, request) === undefined) return request
    }
  }
  return undefined
}

/** Offers what is free in the order of asking, to each entry that fits. */
const offer = (model: WaitlistModel): void => {
  for (const [at, wait] of model.waits.entries()) {
    const fit = wait.status === 'waiting' ? findSlotFor(model.stays, wait) : undefined
    if (!fit) continue
    model.waits[at] = { ...wait, status: 'offered', stay: model.stays.length }
    model.stays.push({ ...fit, person: wait.person, live: true })
  }
}

/** Compares each waitlist entry and its offer with the model. */
const compare = async (
  model: WaitlistModel,
  { people, calm, booked, waits }: WaitlistWorld,
): Promise<void> => {
  for (const [at, wait] of model.waits.entries()) {
    const cookie = people[wait.person]?.cookie ?? ''
    const seen = await readWaitlistEntryOn(calm, cookie, waits[at] ?? '')
    const before = model.waits.slice(0, at).filter(({ status }) => status === 'waiting').length
    const isDeclined = wait.stay !== undefined && model.stays[wait.stay]?.live === false
    const status = isDeclined ? 'declined' : wait.status
    const wanted = status === 'waiting' ? `waiting ${before + 1}` : `${status} undefined`
    if (`${seen.status} ${seen.rank}` !== wanted)
      throw new Error(`wait ${at} is ${seen.status} ${seen.rank}, not ${wanted}`)
    const stay = wait.stay === undefined ? undefined : model.stays[wait.stay]
    if (!stay || wait.stay === undefined || booked[wait.stay]) continue
    booked[wait.stay] = seen.booking
    const { body } = await calm.call('GET', `/bookings/${seen.booking}`, { cookie })
    const [found, held] = [
      `${body.space.id} ${body.start}-${body.end}`,
      `${stay.space} ${textOf(stay.start)}-${textOf(stay.end)}`,
    ]
    if (found !== held || body.status !== 'offered')
      throw new Error(`${found} ${body.status} is held, not ${held}`)
  }
}

const command = (
  name: string,
  run: (model: WaitlistModel, world: WaitlistWorld) => Promise<void>,
  check: (model: WaitlistModel) => boolean = () => true,
): WaitlistCommand => ({
  check,
  run: async (model, world) => {
    world.steps++
    world.tick()
    await run(model, world)
    offer(model)
    await compare(model, world)
  },
  toString: () => name,
})

const book = (person: number, request: SlotRequest): WaitlistCommand =>
  command(`book(${person}, ${JSON.stringify(request)})`, async (model, { people, api, day, booked }) => {
    const { day: _, start, end, ...what } = request
    const [key, body] = [aKey(), { ...what, date: day, start: textOf(start), end: textOf(end) }]
    const refusal = refusalOf(model.stays, person, request)
    const answer = await insist(async () => people[person]?.book(api, body, key) as Promise<Answer>)
    const status = refusal === 'taken' || refusal === 'holder-busy' ? 409 : 422
    expectAnswer('book', answer, refusal ? `${status} ${refusal}` : '201 confirmed')
    if (refusal) return
    booked[model.stays.length] = answer.body.id
    model.stays.push({ ...request, person, live: true })
  })

const cancel = (which: number): WaitlistCommand =>
  command(
    `cancel(${which})`,
    async (model, { people, api, booked }) => {
      const at = which % model.stays.length
      const stay = model.stays[at]
      if (!stay) return
      const answer = await insist(
        async () => people[stay.person]?.cancel(api, booked[at] ?? '') as Promise<Answer>,
      )
      expectAnswer('cancel', answer, '200 cancelled')
      model.stays[at] = { ...stay, live: false }
    },
    ({ stays }) => stays.length > 0,
  )

const MOST_WAITLIST_ENTRIES_EACH = 4

const wait = (asked: Omit<Waiting, 'status'>): WaitlistCommand =>
  command(
    `wait(${JSON.stringify(asked)})`,
    async (model, { people, api, day, waits }) => {
      const { person, only: space, from, to, quarters, use, places } = asked
      const window = { from: textOf(from), to: textOf(to), minutes: quarters * 15 }
      const body = { date: day, ...window, use, places, ...(space && { space }) }
      const key = aKey()
      const answer = await insist(() => waitOn(api, people[person]?.cookie ?? '', body, key))
      const isRefused = space === 'bureau' && use === 'room'
      const isLarge =
        space !== undefined &&
        use === 'desk' &&
        refusalOf([], person, { ...WHOLE, space, places }) !== undefined
      if (isRefused) return expectAnswer('wait', answer, '422 use-not-offered')
      if (isLarge) return expectAnswer('wait', answer, '422 too-many-places')
      if (answer.status !== 201) throw new Error(`wait: ${JSON.stringify(answer.body)}`)
      waits.push(answer.body.id)
      model.waits.push({ ...asked, status: 'waiting' })
    },
    ({ waits }) =>
      waits.filter((each) => each.person === asked.person && each.status === 'waiting').length <
      MOST_WAITLIST_ENTRIES_EACH,
  )

const WHOLE = { day: 0, start: 32, end: 33, use: 'desk' } as const

const leave = (which: number): WaitlistCommand =>
  command(
    `leave(${which})`,
    async (model, { people, api, waits }) => {
      const at = which % model.waits.length
      const left = model.waits[at]
      if (!left) return
      const answer = await insist(() => leaveOn(api, people[left.person]?.cookie ?? '', waits[at] ?? ''))
      expectAnswer('leave', answer, left.status === 'offered' ? '409 not-waiting' : '200 left')
      if (left.status === 'waiting') model.waits[at] = { ...left, status: 'left' }
    },
    ({ waits }) => waits.length > 0,
  )

// Few times, so that requests compete.
const start = fc.integer({ min: 32, max: 37 })
const what = fc.record({
  use: fc.constantFrom('desk' as const, 'desk' as const, 'room' as const),
  places: fc.constantFrom(1, 1, 2, 3),
})

export const waitlistCommandsOf = (people: number): fc.Arbitrary<WaitlistCommand>[] => {
  const person = fc.nat(people - 1)
  const request = fc.tuple(
    person,
    fc.constantFrom(...SPACE_NAMES),
    what,
    start,
    fc.integer({ min: 2, max: 6 }),
  )
  const books = request.map(([who, space, how, from, long]) =>
    book(who, { ...how, space, day: 0, start: from, end: from + long }),
  )
  const only = fc.constantFrom(...SPACE_NAMES, undefined)
  const waits = fc
    .tuple(person, only, what, start, fc.integer({ min: 1, max: 4 }), fc.nat(4))
    .map(([who, space, how, from, quarters, more]) =>
      wait({ ...how, person: who, only: space, from, to: from + quarters + more, quarters }),
    )
  return [
    books,
    books,
    books,
    waits,
    waits,
    fc.nat(50).map(cancel),
    fc.nat(50).map(cancel),
    fc.nat(50).map(leave),
  ]
}
