import { reconcileSite } from '../../functions/jobs/reconcile-counters/reconcile-site.ts'
import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { closedDayStore } from '../../shared/store/closed-day-store.ts'
import { occupancyStore } from '../../shared/store/occupancy-store.ts'
import { manyPeople, type Person } from '../proof/people.ts'
import { randomFrom } from '../proof/random.ts'
import { anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, range, TUESDAY } from '../support/builders.ts'
import { atRandom, faultyClient } from '../support/faulty-client.ts'
import { seed } from '../support/seed.ts'
import { answered } from './operations.ts'
import { count, type Figure, medianAndRange, milliseconds, type Section } from './section.ts'
import { type BenchTable, installedEngines, silently, timed, withTable } from './stage.ts'

/** DynamoDB Local cannot answer 500 requests within five seconds, after which the service answers 503. */
const peopleOn = (kind: EngineKind): number => (kind.name === 'dynoxide' ? 500 : 120)
const DESKS = 6
const CONFLICTS = 0.3
const ROUNDS = 5
const SEED = 20261122

const space = aSpace({
  id: 'ruee' as SpaceId,
  capacity: DESKS,
  openings: [anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })],
})

type Api = ReturnType<typeof anApi>
type Race = {
  readonly allMs: number
  readonly lastDeskMs: number
  readonly undecided: number
  readonly conflicts: number
}
type Round = { readonly readMs: number; readonly calm: Race; readonly contended: Race }

const readAll = (api: Api, times: number): Promise<number> =>
  timed(() =>
    Promise.all(
      Array.from({ length: times }, async () =>
        answered(await api.call('GET', '/sites/09410A/availability?days=1'), 200),
      ),
    ),
  )

/** Everybody books the same hours at once; the table must agree with the answers. */
const raceOn = async ({ table }: BenchTable, api: Api, people: readonly Person[], date: LocalDate) => {
  const startedAt = performance.now()
  const answers = await Promise.all(
    people.map(async (person) => {
      const { status, body } = await person.book(api, { space: space.id, date })
      return { status, code: body.code, atMs: performance.now() - startedAt }
    }),
  )
  const booked = answers.filter(({ status }) => status === 201)
  const taken = answers.filter(({ code }) => code === 'taken')
  const undecided = answers.length - booked.length - taken.length
  const deps = {
    bookings: bookingStore(table),
    closedDays: closedDayStore(table),
    occupancies: occupancyStore(table),
  }
  const { found } = await reconcileSite({ site: aSite().id, from: date, to: date, mend: false }, deps)
  if (booked.length !== DESKS || found.length > 0)
    throw new Error(
      `${booked.length} desks of ${DESKS} confirmed, ${undecided} undecided, ${found.length} wrong counters`,
    )
  return {
    allMs: Math.max(...answers.map(({ atMs }) => atMs)),
    lastDeskMs: Math.max(...booked.map(({ atMs }) => atMs)),
    undecided,
  }
}

const roundsOn = async (on: BenchTable, crowd: number): Promise<Round[]> => {
  await seed(on.table, aSite(), [space])
  const people = await manyPeople(on.table, crowd)
  const random = randomFrom(SEED)
  const plan = atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/)
  const through = { conflicts: false, met: 0 }
  const client = faultyClient(on.endpoint, (sent) => {
    const fault = through.conflicts ? plan(sent) : undefined
    if (fault) through.met++
    return fault
  })
  const api = anApi({ client, name: on.table.name })
  const race = async (conflicts: boolean, date: LocalDate): Promise<Race> => {
    Object.assign(through, { conflicts, met: 0 })
    return { ...(await raceOn(on, api, people, date)), conflicts: through.met }
  }
  const rounds: Round[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const date = addDays(TUESDAY, 7 * (round + 1))
    const readMs = await readAll(api, crowd)
    const calm = await race(false, date)
    const contended = await race(true, addDays(date, 1))
    if (round >= 0) rounds.push({ readMs, calm, contended })
  }
  client.destroy()
  return rounds
}

const figuresOf = (rounds: readonly Round[], of: 'calm' | 'contended', name: string): Figure[] => {
  const ratio = (ms: (race: Race) => number) =>
    medianAndRange(rounds.map((round) => ms(round[of]) / round.readMs))
  const sum = (value: (race: Race) => number) =>
    count(rounds.reduce((total, round) => total + value(round[of]), 0))
  return [
    { name: `${name}: all answered ÷ the reads`, measured: ratio(({ allMs }) => allMs) },
    {
      name: `${name}: the sixth desk confirmed ÷ the reads`,
      measured: ratio(({ lastDeskMs }) => lastDeskMs),
    },
    { name: `${name}: conflicts met`, measured: sum(({ conflicts }) => conflicts) },
    { name: `${name}: told to try again`, goal: '0', measured: sum(({ undecided }) => undecided) },
  ]
}

const onEngine = async (kind: EngineKind): Promise<Section> => {
  const crowd = peopleOn(kind)
  const rounds = await silently(() => withTable(kind, (on) => roundsOn(on, crowd)))
  return {
    title: `${crowd} people for ${DESKS} desks on ${kind.name}, ${ROUNDS} rounds`,
    figures: [
      {
        name: `${crowd} reads of the day`,
        measured: medianAndRange(
          rounds.map(({ readMs }) => readMs),
          milliseconds,
        ),
      },
      ...figuresOf(rounds, 'calm', 'no conflict'),
      ...figuresOf(rounds, 'contended', '30 % conflicts'),
    ],
  }
}

/** A rush on a few desks, beside equally many reads of the same API. */
export const race = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) sections.push(await onEngine(kind))
  return sections
}
