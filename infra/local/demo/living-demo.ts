import type { HolderId } from '../../../shared/domain/ids.ts'
import { addNeighbour, type Stage, type Visitor, visit } from './visitor.ts'

const MONTMIRAIL = '09410A'
const SEZANNE = '09439A'
const DESKS = 'bureau-partage'
const ROOM = 'salle-de-reunion'

type Range = { readonly date: string; readonly start: string; readonly end: string }
type Availability = {
  readonly days: readonly {
    readonly date: string
    readonly spaces: readonly { space: string; free: Omit<Range, 'date'>[] }[]
  }[]
}

const DAYS = 14
const HOURS = 2

const hoursAfter = (time: string, hours: number): string =>
  `${String(Number(time.slice(0, 2)) + hours).padStart(2, '0')}${time.slice(2)}`

/** The first two free hours of a space on each day. */
const firstHours = async ({ ask }: Visitor, site: string, space: string): Promise<Range[]> => {
  const found = await ask<Availability>('GET', `/sites/${site}/availability?days=${DAYS}`)
  return (found?.days ?? []).flatMap(({ date, spaces }) => {
    const free = spaces.find((each) => each.space === space)?.free ?? []
    const first = free.find(({ start, end }) => hoursAfter(start, HOURS) <= end)
    return first ? [{ date, start: first.start, end: hoursAfter(first.start, HOURS) }] : []
  })
}

type Made = { readonly id: string }

/** `day` counts the days on which the space is free. */
const booker = ({ ask }: Visitor, space: string, days: readonly Range[], site = MONTMIRAIL) => ({
  book: async (day: number, wishes: object = { use: 'desk' }): Promise<Made | undefined> =>
    days[day] && ask<Made>('POST', '/bookings', { site, space, ...days[day], ...wishes }),
})

const person = (name: string, last: number) => ({
  name,
  phone: `03 53 01 00 ${String(last).padStart(2, '0')}`,
})
const JEANNE = person('Jeanne Petit', 1)
const AHMED = person('Ahmed Benali', 2)
const ROSE = person('Rose Leroy', 3)
const PAUL = person('Paul Girard', 4)

type Cast = Readonly<
  Record<'agent' | 'manager' | 'mediator' | 'network' | 'camille' | 'louis' | 'ines', Visitor>
>
type Days = { readonly desks: readonly Range[]; readonly room: readonly Range[] }

const bookDesks = async ({ agent, camille }: Cast, { desks }: Days): Promise<void> => {
  const counter = booker(agent, DESKS, desks)
  for (const [day, who] of [
    [0, JEANNE],
    [0, AHMED],
    [1, ROSE],
    [4, JEANNE],
    [6, AHMED],
  ] as const)
    await counter.book(day, { use: 'desk', for: who })
  const home = booker(camille, DESKS, desks)
  for (const day of [0, 4]) await home.book(day)
  const { date: from, ...hours } = desks[2] ?? { date: '' }
  const weekly = { use: 'desk', rule: 'FREQ=WEEKLY;COUNT=6', mode: 'possible' }
  if (from)
    await camille.ask('POST', '/series', { site: MONTMIRAIL, space: DESKS, from, ...hours, ...weekly })
}

const askForRoom = async ({ camille, louis, manager }: Cast, { room }: Days): Promise<void> => {
  const association = await camille.ask<Made>('POST', '/associations', {
    name: 'Les Amis du livre',
    rna: 'W511000001',
  })
  await booker(camille, ROOM, room).book(2, { use: 'room', ...(association && { as: association.id }) })
  await booker(louis, ROOM, room).book(3, { use: 'room' })
  const asked = await booker(louis, ROOM, room).book(1, { use: 'room' })
  if (asked)
    await manager.ask('PUT', `/bookings/${asked.id}/approval`, { approved: true, note: 'Avec plaisir.' })
}

/** A desk is freed for a person without address, whom staff must call. */
const leaveSomebodyToCall = async ({ agent, ines }: Cast, { desks }: Days): Promise<void> => {
  const { date, start: from, end: to } = desks[3] ?? {}
  const whole = await booker(ines, DESKS, desks).book(3, { use: 'room' })
  const wish = { site: MONTMIRAIL, date, from, to, minutes: HOURS * 60, use: 'desk', for: PAUL }
  if (whole) await agent.ask('POST', '/waits', wish)
  if (whole) await ines.ask('DELETE', `/bookings/${whole.id}`)
}

const fillWorkshop = async ({ agent, mediator }: Cast, { room: [first] }: Days): Promise<void> => {
  if (!first) return
  const words = { title: 'Trier et garder ses photos', level: 'beginner', seats: 3 }
  const planned = await mediator.ask<Made>('POST', '/workshops', {
    site: MONTMIRAIL,
    space: ROOM,
    ...first,
    ...words,
  })
  if (!planned) return
  for (const who of [ROSE, PAUL, person('Denis Moreau', 5)])
    await agent.ask('POST', `/workshops/${planned.id}/seats`, { for: who })
  await agent.ask('POST', `/workshops/${planned.id}/waits`, { for: person('Anne Roux', 6) })
}

const leaveIdeasAndPlans = async ({ camille, manager, network }: Cast, { desks }: Days): Promise<void> => {
  const idea = {
    idea: 'Un café des aidants, une fois par mois.',
    audience: 'Une dizaine de personnes',
    times: 'Le vendredi matin',
  }
  await camille.ask('POST', `/sites/${MONTMIRAIL}/proposals`, idea)
  const from = desks.at(-1)?.date
  const closed = { kind: 'planned', reason: 'On repeint le bureau.', from, spaces: [DESKS] }
  if (from) await manager.ask('POST', `/sites/${MONTMIRAIL}/closures`, closed)
  await network.ask('POST', '/invitations', {
    email: 'allier@restante.example',
    role: 'manager',
    scope: 'departement:03',
  })
}

/** The API logs each call, which nobody needs of the demo. */
const quietly = async (work: () => Promise<void>): Promise<void> => {
  const { log } = console
  console.log = () => {}
  try {
    await work()
  } finally {
    console.log = log
  }
}

/** Gives Montmirail two weeks of activity, so that no page is empty. */
export const enliven = (staff: ReadonlyMap<string, HolderId>, stage: Stage): Promise<void> =>
  quietly(async () => {
    const visitors: Visitor[] = []
    const as = async (holder: HolderId | undefined): Promise<Visitor> => {
      if (!holder) throw new Error('the demo lacks somebody')
      const visitor = await visit(holder, stage)
      visitors.push(visitor)
      return visitor
    }
    const cast: Cast = {
      agent: await as(staff.get('agent')),
      manager: await as(staff.get('manager')),
      mediator: await as(staff.get('mediator')),
      network: await as(staff.get('network')),
      camille: await as(await addNeighbour(stage, 'Camille Ferrand', 'camille@restante.example')),
      louis: await as(await addNeighbour(stage, 'Louis Martin', 'louis@restante.example')),
      ines: await as(await addNeighbour(stage, 'Inès Dubois', 'ines@restante.example')),
    }
    const days = {
      desks: await firstHours(cast.camille, MONTMIRAIL, DESKS),
      room: await firstHours(cast.camille, MONTMIRAIL, ROOM),
    }
    await fillWorkshop(cast, days)
    await bookDesks(cast, days)
    await askForRoom(cast, days)
    await leaveSomebodyToCall(cast, days)
    await leaveIdeasAndPlans(cast, days)
    await booker(cast.ines, 'salle', await firstHours(cast.ines, SEZANNE, 'salle'), SEZANNE).book(0)
    for (const { leave } of visitors) await leave()
  })
