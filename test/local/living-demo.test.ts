import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { type Session, signIn, signInStaff } from '../support/local-session.ts'

const MONTMIRAIL = '/sites/09410A'

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

// biome-ignore lint/suspicious/noExplicitAny: a test looks at any member of any answer.
type Answer = any

describe.skipIf(!findDynoxide())('the demo of npm start', () => {
  let service: LocalService
  beforeAll(async () => {
    service = await runLocally(aFolder(), { RESTANTE_DEMO: '' })
  })
  afterAll(() => service.stop('SIGTERM'))

  const read = async ({ cookie }: Session, path: string): Promise<Answer> =>
    (await fetch(`${service.origin}/api${path}`, { headers: { cookie } })).json()

  it('is complete, and prints only what a newcomer needs', () => {
    const [first, ...more] = service.output().split('\n')
    expect(first).toBe(`Restante: ${service.origin} (Ctrl-C stops it)`)
    expect(more.filter((line) => line.startsWith('  ')).length).toBeLessThan(20)
    expect(service.output()).not.toContain('the demo goes on without this')
  })

  it('shows a manager and an agent arrivals, requests, calls, codes to type, and the trail', async () => {
    const agent = await signInStaff(service, 'agent')
    const week = await read(agent, `${MONTMIRAIL}/planning?days=7`)
    expect(week.bookings.length).toBeGreaterThan(5)
    expect([week.requests, week.calls]).toEqual([2, 1])
    const lastDays = await read(agent, `${MONTMIRAIL}/planning?days=4&from=${daysAgo(3)}`)
    expect(lastDays.bookings.length).toBeGreaterThan(1)
    expect((await read(agent, `${MONTMIRAIL}/requests`)).requests).toHaveLength(2)
    expect((await read(agent, `${MONTMIRAIL}/calls`)).calls).toMatchObject([{ holderName: 'Paul Girard' }])
    const manager = await signInStaff(service, 'manager')
    expect((await read(manager, `${MONTMIRAIL}/proposals`)).proposals).toHaveLength(1)
    expect((await read(manager, `${MONTMIRAIL}/closures`)).closures).toHaveLength(1)
    expect((await read(manager, '/audit/site:09410A')).acts.length).toBeGreaterThan(5)
    expect((await read(manager, '/rights/site:09410A')).grants.length).toBeGreaterThanOrEqual(3)
  })

  it('shows each mediator workshops in several sites, one of them full with a person waiting', async () => {
    const { workshops } = await read({ cookie: '' }, '/workshops?departement=03')
    expect(new Set(workshops.map(({ site }: Answer) => site.name))).toEqual(
      new Set(['Molinet', 'Noyant-d’Allier', 'Saint-Gérand-le-Puy']),
    )
    const nadia = await signInStaff(service, 'nadia')
    const planned = await Promise.all(
      ['00518A', '00486A'].map(
        async (site) => (await read(nadia, `/sites/${site}/planning?days=14`)).bookings,
      ),
    )
    expect(planned.map((bookings) => bookings.length > 0)).toEqual([true, true])
    const dates = Array.from({ length: 14 }, (_, at) => new Date(Date.now() + at * 86_400_000))
    const monday = dates
      .find((date, at) => at > 0 && date.getUTCDay() === 1)
      ?.toISOString()
      .slice(0, 10)
    const week = await read(nadia, `/me/week?from=${monday}`)
    expect(week).toMatchObject({ weeklyHours: 18 })
    expect(week.plannedMinutes).toBeGreaterThanOrEqual(8 * 60)
    expect(week.workshops.map(({ way }: Answer) => way?.minutes)).toContain(75)
    const here = await read(await signInStaff(service, 'mediator'), '/workshops?site=09410A')
    expect(here.workshops).toMatchObject([{ title: 'Trier et garder ses photos', seats: 3, seatsLeft: 0 }])
  })

  it('lets the département and the network see what they answer for', async () => {
    const departement = await signInStaff(service, 'departement')
    for (const site of ['09410A', '09439A'])
      expect((await read(departement, `/sites/${site}/planning?days=14`)).bookings.length).toBeGreaterThan(0)
    const network = await signInStaff(service, 'network')
    expect((await read(network, '/rights/departement:03')).invitations).toHaveLength(1)
  })

  it('has a person with bookings, a series, an association and mails who can sign in', async () => {
    const camille = 'camille@restante.example'
    const session = await signIn(service, camille)
    expect((await read(session, '/me/bookings')).bookings.length).toBeGreaterThan(5)
    expect((await read(session, '/me/associations')).associations).toMatchObject([
      { name: 'Les Amis du livre' },
    ])
    let mails: { to: string }[] = []
    for (let waits = 0; waits < 400 && mails.length < 8; waits++) {
      await sleep(50)
      mails = await (await fetch(`${service.origin}/_mailbox/messages.json`)).json()
    }
    expect(mails.filter(({ to }) => to === camille).length).toBeGreaterThan(3)
  })
})
