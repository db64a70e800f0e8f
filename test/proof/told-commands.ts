import fc from 'fast-check'
import { expect } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { type Answer, aKey, untilDecided } from '../support/api.ts'
import { AFTERNOONS } from '../support/builders.ts'
import { NEAR } from '../support/closures.ts'
import { fixedOpening } from '../support/lending.ts'
import { aWorkshopBody } from '../support/workshops.ts'
import { quietly } from './house.ts'
import { changedIn, changedParts, DAYS, type Somebody, type ToldWorld } from './told-world.ts'

/** Bookings on which their holder acts, or an agent for them. */
type Own = readonly (string | undefined)[]

const STARTS = ['08:00', '10:00', '14:00'] as const
const END = { '08:00': '10:00', '10:00': '12:00', '14:00': '16:00' } as const
const SPACES = ['desk', 'reunion', 'matin'] as const

const LATE: CounterHours = {
  ...AFTERNOONS,
  weekly: [...Array.from({ length: 5 }, () => [[540, 1080] as const]), [], []],
}

const active = async ({ api }: ToldWorld, statuses: readonly string[]): Promise<Booking[]> => {
  const all = await Promise.all(
    DAYS.map((day) => api.deps.bookings.listSiteBookings('09410A' as never, day as never, day as never)),
  )
  return all.flat().filter(({ status }) => statuses.includes(status))
}

const whoOf = ({ people }: ToldWorld, { holder }: Pick<Booking, 'holder'>) =>
  people.find((each) => each.holder === holder)

const callsAt = async (world: ToldWorld, site: string, cookie: string) =>
  (await world.call('GET', `/sites/${site}/calls`, cookie)).body.calls as {
    id: string
    holder: string
    version: number
  }[]

/** Checks that each person concerned gets a mail or an open call, and nobody else does. */
const check = async (world: ToldWorld, own: Own, before: ToldWorld['images']): Promise<Booking[]> => {
  const after = await world.look()
  const { bookings, waits, offered } = changedIn(before, after)
  const mails = await world.tell(before, after)
  for (const booking of bookings) {
    const person = whoOf(world, booking)
    if (!person) continue
    const { id, replacedBy, status } = booking
    const isTold = !own.includes(id) && status !== 'attended' && replacedBy === undefined
    if (!person.email) {
      if (isTold) world.expected.set(id, person.holder)
      else world.expected.delete(id)
    }
    if (own.includes(id) || status === 'attended') continue
    world.counts.ends++
    const links = [id, replacedBy].map((each) => `id=${each}`)
    const mail = mails.filter(
      ({ to, text }) => to === person.email && links.some((link) => text.includes(link)),
    )
    if (person.email) expect(mail, `${person.name} of ${id} ${status}`).not.toEqual([])
    world.counts.mails += mail.length
  }
  for (const { holder, id } of changedParts(before, after)) {
    const person = whoOf(world, { holder })
    world.counts.ends++
    if (person?.email) expect(mails.filter(({ to }) => to === person.email)).not.toEqual([])
    else if (person && !own.includes(id)) world.expected.set(id, person.holder)
  }
  for (const { id, holder } of waits) {
    const person = whoOf(world, { holder })
    world.counts.ends++
    if (person?.email) expect(mails.filter(({ to }) => to === person.email)).not.toEqual([])
    else if (person) world.expected.set(id, person.holder)
  }
  // The offer is told, instead of what was new before.
  for (const { id } of offered) world.expected.delete(id)
  const here = await callsAt(world, world.site, world.agent.cookie)
  const listed = [...here, ...(await callsAt(world, NEAR.id, world.agentNear.cookie))]
  const names = (all: Iterable<readonly [string, string]>) => [...all].map((each) => each.join(' ')).sort()
  expect(names(listed.map(({ id, holder }) => [id, holder] as const))).toEqual(names(world.expected))
  const week = await world.call('GET', `/sites/${world.site}/planning`, world.agent.cookie)
  expect(week.body.calls).toBe(new Set(here.map(({ holder }) => holder)).size)
  world.counts.calls = Math.max(world.counts.calls, listed.length)
  return bookings
}

type Command = fc.AsyncCommand<object, ToldWorld>

const command = (
  name: string,
  work: (world: ToldWorld) => Promise<Own>,
  then = async (_: ToldWorld, __: Booking[]) => {},
): Command => ({
  check: () => true,
  run: async (_, world) => {
    world.pass(1)
    world.counts.steps++
    const before = await world.look()
    const own = await quietly(() => work(world))
    await then(world, await check(world, own, before))
  },
  toString: () => name,
})

const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)]

const forWhom = ({ agent }: ToldWorld, { cookie, holder }: Somebody): readonly [string, object] =>
  cookie ? [cookie, {}] : [agent.cookie, { for: { holder } }]

const at = (day: number, start: number) => {
  const from = STARTS[start % STARTS.length] ?? '08:00'
  return { date: DAYS[day % DAYS.length], start: from, end: END[from] }
}

const book = (who: number, space: number, day: number, start: number): Command =>
  command(`book(${who}, ${space}, ${day}, ${start})`, async (world) => {
    const [cookie, person] = forWhom(world, world.people[who] as Somebody)
    const wanted = SPACES[space % SPACES.length] ?? 'desk'
    const where = { site: world.site, space: wanted === 'desk' ? world.desk.id : wanted, use: 'desk' }
    const { body } = await world.call('POST', '/bookings', cookie, { ...where, ...at(day, start), ...person })
    return [body.id]
  })

const wait = (who: number, day: number, start: number): Command =>
  command(`wait(${who}, ${day}, ${start})`, async (world) => {
    const [cookie, person] = forWhom(world, world.people[who] as Somebody)
    const { date, start: from, end: to } = at(day, start)
    const body = {
      site: world.site,
      space: world.desk.id,
      date,
      from,
      to,
      minutes: 120,
      use: 'desk',
      ...person,
    }
    await world.call('POST', '/waits', cookie, body)
    return []
  })

const plan = (day: number, seats: number): Command =>
  command(`plan(${day}, ${seats})`, async (world) => {
    const body = aWorkshopBody({ space: 'atelier', date: DAYS[day % DAYS.length], seats })
    const planned = await world.call('POST', '/workshops', world.stage.mediator.cookie, body)
    if (planned.status === 201) world.workshops.push(planned.body.id)
    return []
  })

const seat = (who: number, which: number): Command =>
  command(`seat(${who}, ${which})`, async (world) => {
    const id = pick(world.workshops, which)
    if (!id) return []
    const [cookie, person] = forWhom(world, world.people[who] as Somebody)
    const { status, body } = await world.call('POST', `/workshops/${id}/seats`, cookie, person)
    if (status === 201) world.counts.seats++
    if (body.code === 'taken') await world.call('POST', `/workshops/${id}/waits`, cookie, person)
    return [body.id]
  })

const cancelWorkshop = (which: number): Command =>
  command(`cancelWorkshop(${which})`, async (world) => {
    const id = pick(world.workshops, which)
    if (id)
      await world.call('POST', `/workshops/${id}/cancellation`, world.stage.mediator.cookie, {
        note: 'Grippe',
      })
    return []
  })

/** Another title, mediator, day or hour: everybody with a seat or a wait is told. */
const editWorkshop = (which: number, what: number): Command =>
  command(`editWorkshop(${which}, ${what})`, async (world) => {
    const id = pick(world.workshops, which)
    if (!id) return []
    const changes = [
      { title: `Atelier ${world.counts.steps}` },
      { mediators: [what % 2 ? world.stage.mediator.holder : world.colleague.holder] },
      { ...at(what, what), releaseBusy: true },
      { ...at(what + 1, what), releaseBusy: true, title: `Atelier ${world.counts.steps}` },
    ]
    const edit = pick(changes, what) ?? {}
    await world.call('PATCH', `/workshops/${id}`, world.stage.mediator.cookie, edit)
    return []
  })

const onOne =
  (
    name: string,
    statuses: readonly string[],
    work: (world: ToldWorld, booking: Booking) => Promise<Own>,
  ): ((which: number) => Command) =>
  (which) =>
    command(`${name}(${which})`, async (world) => {
      const booking = pick(
        (await active(world, statuses)).filter((each) => whoOf(world, each)),
        which,
      )
      return booking ? work(world, booking) : []
    })

const asWhom = (world: ToldWorld, booking: Booking): string =>
  whoOf(world, booking)?.cookie ?? world.agent.cookie

const giveUp = onOne('giveUp', ['requested', 'offered', 'confirmed'], async (world, booking) => {
  await world.call('DELETE', `/bookings/${booking.id}`, asWhom(world, booking))
  return [booking.id]
})

const answer = (accepted: boolean) =>
  onOne(accepted ? 'accept' : 'decline', ['offered'], async (world, booking) => {
    await world.call('PUT', `/bookings/${booking.id}/acceptance`, asWhom(world, booking), { accepted })
    return [booking.id]
  })

const approve = (approved: boolean) =>
  onOne(approved ? 'approve' : 'refuse', ['requested'], async (world, { id }) => {
    await world.call('PUT', `/bookings/${id}/approval`, world.manager.cookie, { approved })
    return []
  })

const takeBack = onOne('takeBack', ['requested', 'offered', 'confirmed'], async (world, { id }) => {
  await world.call('PUT', `/bookings/${id}/cancellation`, world.agent.cookie, { reason: 'Travaux' })
  return []
})

const move = (day: number, start: number) =>
  onOne(`move to ${day} ${start},`, ['confirmed'], async (world, { id }) => {
    await world.call('PATCH', `/bookings/${id}`, world.agent.cookie, { ...at(day, start), reason: 'Ménage' })
    return []
  })

const attend = (attended: boolean) =>
  onOne(attended ? 'came' : 'absent', ['confirmed', 'attended'], async (world, { id }) => {
    await world.call('PUT', `/bookings/${id}/attendance`, world.agent.cookie, { attended })
    return []
  })

const MOST_GOES = 20

/** Repeats a request until it is decided, as the pages do. */
const untilClosed = async ({ api, site, manager }: ToldWorld, body: object): Promise<Answer> => {
  const request = { body, headers: aKey(), cookie: manager.cookie }
  const go = () => untilDecided(() => api.call('POST', `/sites/${site}/closures`, request))
  let answer = await go()
  for (let goes = 1; goes < MOST_GOES && answer.body.state === 'closing'; goes++) answer = await go()
  return answer
}

const close = (day: number, whole: boolean): Command =>
  command(
    `close(${day}, ${whole})`,
    async (world) => {
      const body = { kind: 'unexpected', reason: 'Fuite d’eau', from: DAYS[day % DAYS.length] }
      const spaces = whole ? {} : { spaces: [world.desk.id, 'atelier'] }
      const closed = await untilClosed(world, { ...body, ...spaces })
      if (closed.status !== 201) return []
      expect(closed.body.state).toBe('closed')
      world.closures.push(closed.body.id)
      world.counts.closures++
      return []
    },
    async (world, changed) => {
      const id = world.closures.at(-1)
      const report =
        id && (await world.call('GET', `/sites/${world.site}/closures/${id}`, world.manager.cookie)).body
      const ended = changed.filter(({ cause }) => cause === 'closure' || cause === 'workshop-cancelled')
      for (const booking of ended) {
        const listed = report.bookings.find((each: { id: string }) => each.id === booking.id)
        const person = whoOf(world, booking)
        expect(listed, `${person?.name} is on the closure's list`).toBeDefined()
        if (person && !person.email)
          expect(listed.call, `${person.name} is called`).toMatchObject({ made: false })
      }
    },
  )

const reopen = (which: number): Command =>
  command(`reopen(${which})`, async (world) => {
    const id = pick(world.closures, which)
    if (id) await world.call('DELETE', `/sites/${world.site}/closures/${id}`, world.manager.cookie)
    return []
  })

const changeHours = (late: boolean): Command =>
  command(`changeHours(${late})`, async ({ api, table, site }) => {
    const hours = new Map([[site, late ? LATE : AFTERNOONS]])
    await networkStore(table).writeItems({ sites: [], hours }, () => {})
    await reviewSite(site, api.deps)
    return []
  })

const lend = (from: string, elsewhere: boolean): Command =>
  command(`lend(${from}, ${elsewhere})`, async (world) => {
    const { id, ended: _, settled: __, unstaffed: ___, ...setUp } = world.desk
    const change = { ...setUp, openings: [fixedOpening(from, '20:00')] }
    const path = `/sites/${world.site}/spaces/${id}`
    const preview = { ...change, revision: undefined, space: id }
    const { body } = await world.call(
      'POST',
      `/sites/${world.site}/spaces/preview`,
      world.manager.cookie,
      preview,
    )
    const touched = body.touched?.count
      ? {
          touched: {
            answer: elsewhere ? 'elsewhere' : 'cancel',
            reason: 'Nous ouvrons plus tard',
            seen: body.touched.mark,
          },
        }
      : {}
    const changed = await world.call('PUT', path, world.manager.cookie, { ...change, ...touched })
    if (changed.status === 200) world.desk = changed.body
    return []
  })

const pass = (hours: number): Command =>
  command(`pass(${hours})`, async (world) => {
    world.pass(hours * 60)
    await endDue(world.api.deps)
    return []
  })

/** Checks that made calls are gone, and that calls with newer news stay. */
const tick = (which: number, late: boolean): Command =>
  command(`tick(${which}, ${late})`, async (world) => {
    const call = pick(await callsAt(world, world.site, world.agent.cookie), which)
    if (!call) return []
    const version = late ? call.version + 1 : call.version
    const path = `/sites/${world.site}/calls/${call.id}`
    const noted = await world.call('PUT', path, world.agent.cookie, { version })
    expect([noted.status, noted.body.code]).toEqual(late ? [409, 'call-changed'] : [200, undefined])
    if (late) return []
    world.counts.ticks++
    world.expected.delete(call.id)
    return []
  })

export const toldCommandsOf = (people: number): fc.Arbitrary<Command>[] => {
  const who = fc.nat(people - 1)
  const any = fc.nat(50)
  const books = fc.tuple(who, fc.nat(2), fc.nat(2), fc.nat(2)).map((each) => book(...each))
  const seats = fc.tuple(who, any).map((each) => seat(...each))
  return [
    ...[books, books, books, books, seats, seats, seats, seats, seats, seats],
    fc.tuple(who, fc.nat(2), fc.nat(2)).map((each) => wait(...each)),
    fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })).map((each) => plan(...each)),
    ...[any.map(cancelWorkshop), any.map(giveUp), any.map(takeBack)],
    ...Array.from({ length: 3 }, () => fc.tuple(any, any).map((each) => editWorkshop(...each))),
    ...[any.map(answer(true)), any.map(answer(false)), any.map(approve(true)), any.map(approve(false))],
    fc.tuple(fc.nat(2), fc.nat(2), any).map(([day, start, which]) => move(day, start)(which)),
    ...[any.map(attend(true)), any.map(attend(false))],
    fc.tuple(fc.nat(2), fc.boolean()).map((each) => close(...each)),
    ...[any.map(reopen), fc.boolean().map(changeHours)],
    fc.tuple(fc.constantFrom('08:00', '11:00'), fc.boolean()).map((each) => lend(...each)),
    fc.constantFrom(1, 13, 25).map(pass),
    any.map((which) => tick(which, false)),
    ...[
      fc.tuple(any, fc.constant(false)).map((each) => tick(...each)),
      fc.tuple(any, fc.constant(true)).map((each) => tick(...each)),
    ],
  ]
}
