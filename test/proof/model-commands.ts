import fc from 'fast-check'
import { formatQuarter, quarter } from '../../shared/domain/quarter.ts'
import { type Answer, aKey } from '../support/api.ts'
import {
  placesLeftAt,
  refusalOf,
  type SlotRequest,
  SPACE_NAMES,
  type SpaceName,
  type Stay,
} from './floor-model.ts'
import type { Api } from './house.ts'
import type { Person } from './people.ts'

export type Model = { stays: Stay[] }
export type World = {
  readonly people: readonly Person[]
  readonly api: Api
  readonly days: readonly [string, string]
  /** Bookings of the model's stays, in the same order. */
  readonly booked: {
    readonly id: string
    readonly body: object
    readonly key: { 'idempotency-key': string }
  }[]
  steps: number
}
export type Command = fc.AsyncCommand<Model, World>

const OPENS = 32
const CLOSES = 80
const MOST_REPEATS = 20

/** Repeats a request until it is decided. */
const insist = async (request: () => Promise<Answer>): Promise<Answer> => {
  let answer = await request()
  for (let repeats = 0; answer.status >= 500 && repeats < MOST_REPEATS; repeats++) answer = await request()
  return answer
}

const check = (what: string, answer: Answer, wanted: string): void => {
  const found = `${answer.status} ${answer.body.code ?? answer.body.status}`
  if (found !== wanted)
    throw new Error(`${what}: ${found} instead of ${wanted}: ${JSON.stringify(answer.body)}`)
}

const bodyOf = ({ days }: World, { day, start, end, ...request }: SlotRequest) => ({
  ...request,
  date: days[day],
  start: formatQuarter(quarter(start)),
  end: formatQuarter(quarter(end)),
})

const checkPlace = (world: World, what: string, { body }: Answer, stay: Stay): void => {
  const { space, date, start, end } = bodyOf(world, stay)
  const found = `${body.space.id} ${body.date} ${body.start}-${body.end}`
  if (found !== `${space} ${date} ${start}-${end}`)
    throw new Error(`${what} answers ${found}, not ${space} ${date} ${start}-${end}`)
}

const statusOf = (code: string): number => (/^(taken|holder-busy|cancelled)$/.test(code) ? 409 : 422)

const command = (
  name: string,
  run: (model: Model, world: World) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run: (model, world) => {
    world.steps++
    return run(model, world)
  },
  toString: () => name,
})

const book = (person: number, request: SlotRequest): Command =>
  command(`book(${person}, ${JSON.stringify(request)})`, async (model, world) => {
    const [key, body] = [aKey(), bodyOf(world, request)]
    const refusal = refusalOf(model.stays, person, request)
    const answer = await insist(
      async () => world.people[person]?.book(world.api, body, key) as Promise<Answer>,
    )
    check('book', answer, refusal ? `${statusOf(refusal)} ${refusal}` : '201 confirmed')
    if (refusal) return
    model.stays.push({ ...request, person, live: true })
    world.booked.push({ id: answer.body.id, body, key })
  })

/** A command on an earlier booking, by its holder. */
const onOne = (
  name: string,
  which: number,
  work: (at: number, stay: Stay, person: Person, model: Model, world: World) => Promise<void>,
): Command =>
  command(
    `${name}(${which})`,
    async (model, world) => {
      const at = which % model.stays.length
      const stay = model.stays[at]
      const person = stay && world.people[stay.person]
      if (stay && person) await work(at, stay, person, model, world)
    },
    ({ stays }) => stays.length > 0,
  )

const cancel = (which: number): Command =>
  onOne('cancel', which, async (at, stay, person, model, { api, booked }) => {
    const answer = await insist(() => person.cancel(api, booked[at]?.id ?? ''))
    check('cancel', answer, '200 cancelled')
    model.stays[at] = { ...stay, live: false }
  })

const move = (which: number, changes: Partial<SlotRequest>): Command =>
  onOne(`move ${JSON.stringify(changes)} `, which, async (at, stay, person, model, world) => {
    const places = stay.use === 'room' ? 1 : stay.places
    const request: SlotRequest = { ...stay, places, ...changes }
    const others = model.stays.with(at, { ...stay, live: false })
    const isSame = (['space', 'day', 'start', 'end', 'use'] as const).every(
      (name) => request[name] === stay[name],
    )
    const stays = stay.live && isSame && (request.use === 'room' || request.places === stay.places)
    const refusal = !stay.live ? 'cancelled' : stays ? undefined : refusalOf(others, stay.person, request)
    const sent = Object.entries(bodyOf(world, request)).filter(
      ([name]) => (name === 'date' ? 'day' : name) in changes,
    )
    const id = world.booked[at]?.id ?? ''
    const answer = await insist(() => person.move(world.api, id, Object.fromEntries(sent)))
    check('move', answer, refusal ? `${statusOf(refusal)} ${refusal}` : '200 confirmed')
    if (!refusal) model.stays[at] = { ...request, person: stay.person, live: true }
    if (!refusal) checkPlace(world, 'move', answer, model.stays[at] ?? stay)
  })

const repeat = (which: number, changed: boolean): Command =>
  onOne(`repeat ${changed ? 'with another body ' : ''}`, which, async (at, stay, person, _, world) => {
    const { body = {}, key = aKey(), id } = world.booked[at] ?? {}
    const answer = await insist(() =>
      person.book(world.api, { ...body, ...(changed && { start: '08:00', end: '19:45' }) }, key),
    )
    check('repeat', answer, changed ? '422 key-reused' : `201 ${stay.live ? 'confirmed' : 'cancelled'}`)
    if (changed) return
    if (answer.body.id !== id) throw new Error('another booking under the same key')
    checkPlace(world, 'repeat', answer, stay)
  })

const peek = (which: number, stranger: number): Command =>
  onOne('a stranger asks for ', which, async (at, { person }, _, __, { people, api, booked }) => {
    const other = people[(person + 1 + (stranger % (people.length - 1))) % people.length]
    for (const verb of ['read', 'cancel'] as const) {
      const answer = await insist(async () => other?.[verb](api, booked[at]?.id ?? '') as Promise<Answer>)
      check(`a stranger's ${verb}`, answer, '404 not-found')
    }
  })

type Free = { space: string; free: { start: string; end: string; places: number }[] }

/** Compares the availability of each quarter of a day with the model. */
export const checkAvailability = async (
  { stays }: Model,
  { api, days }: World,
  day: 0 | 1,
): Promise<void> => {
  const { body } = await insist(() => api.call('GET', `/sites/09410A/availability?from=${days[day]}&days=1`))
  for (const { space, free } of body.days[0].spaces as Free[]) {
    for (let at = OPENS; at < CLOSES; at++) {
      const time = formatQuarter(quarter(at))
      const shown = free.find(({ start, end }) => start <= time && time < end)?.places ?? 0
      const left = placesLeftAt(stays, space as SpaceName, day, at)
      if (shown !== left) throw new Error(`${space} at ${time}: ${shown} shown free, ${left} are`)
    }
  }
}

const look = (day: 0 | 1): Command =>
  command(`look(${day})`, (model, world) => checkAvailability(model, world, day))

// Few times and days, so that requests compete.
const day = fc.constantFrom(0 as const, 1 as const)
const place = fc.tuple(fc.integer({ min: OPENS, max: OPENS + 9 }), fc.integer({ min: 1, max: 5 }))
const request = fc.record({
  space: fc.constantFrom(...SPACE_NAMES),
  day,
  use: fc.constantFrom('desk' as const, 'desk' as const, 'desk' as const, 'room' as const),
  places: fc.constantFrom(1, 1, 1, 2, 3, 4),
  place,
})
const timed = <T extends object>({ place: at, ...rest }: T & { place?: [number, number] | undefined }) => ({
  ...rest,
  ...(at && { start: at[0], end: at[0] + at[1] }),
})
const which = fc.nat(50)
const changes = fc.oneof(
  fc.record({ place }).map(timed),
  request.map(({ space, places }) => ({ space, places })),
  request.map(({ day: on, use }) => ({ day: on, use })),
  request.map((all) => timed(all)),
)

export const commandsOf = (people: number): fc.Arbitrary<Command>[] => [
  fc.tuple(fc.nat(people - 1), request).map(([person, all]) => book(person, timed(all) as SlotRequest)),
  fc.tuple(fc.nat(people - 1), request).map(([person, all]) => book(person, timed(all) as SlotRequest)),
  fc.tuple(which, changes).map(([at, some]) => move(at, some as Partial<SlotRequest>)),
  which.map(cancel),
  fc.tuple(which, fc.boolean()).map(([at, changed]) => repeat(at, changed)),
  fc.tuple(which, fc.nat(10)).map(([at, stranger]) => peek(at, stranger)),
  day.map(look),
]
