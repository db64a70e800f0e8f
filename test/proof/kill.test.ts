import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayErasures } from '../../functions/jobs/replay-erasures/replay-erasures.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import {
  type EngineProcess,
  findDynamoDbLocal,
  findDynoxide,
  startEngine,
} from '../../infra/local/engine-process.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { HolderId, SpaceId } from '../../shared/domain/ids.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { date, NOW } from '../support/builders.ts'
import { withLedger } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { RUNS_ALL, shareOf } from '../support/scope.ts'
import { type Api, aHouse, HOUSE, lentSpace, quietly } from './house.ts'
import type { Orders } from './killed-service.ts'
import { aDay, aPerson, type Person, personOf, WRITES, type Write, waitForRoom } from './people.ts'
import { reconcile } from './reconcile.ts'

const PROGRAM = fileURLToPath(new URL('killed-service.ts', import.meta.url))
const AT_ONCE = 3
const CODE = '123456'
const DONE = { book: 201, move: 200, cancel: 200, offer: 200 } as const
const QUARTERS = { book: [4], move: [6], cancel: [], offer: [4] } as const

const spaces = [
  lentSpace('salle-a', { capacity: 2 }),
  lentSpace('salle', { capacity: 4, parts: ['salle-a' as SpaceId] }),
]

type End = {
  readonly signal: string | null
  readonly answer: { status: number; requests: number } | undefined
}

/** Runs one request in its own process until it answers or dies. */
const runService = (orders: Orders): Promise<End> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('exit', (_, signal) => resolve({ signal, answer: said ? JSON.parse(said) : undefined }))
  })

/** Prepares a write, and answers its request for another process. */
const requestOf = async (write: Write, api: Api, person: Person, day: string) => {
  const place = { space: 'salle-a', date: day, start: '09:00', end: '10:00' }
  const headers = {
    host: 'restante.example',
    'content-type': 'application/json',
    cookie: person.cookie,
    ...(write === 'book' && aKey()),
  }
  if (write === 'book') {
    return { method: 'POST', path: '/bookings', headers, body: JSON.stringify(aBookingBody(place)) }
  }
  const { body } = await person.book(api, { ...place, ...(write === 'offer' && { use: 'room' }) })
  if (write === 'offer') await waitForRoom(api, day)
  const path = `/bookings/${body.id}`
  return write === 'move'
    ? { method: 'PATCH', path, headers, body: JSON.stringify({ start: '09:30', end: '11:00' }) }
    : { method: 'DELETE', path, headers }
}

const kind = findDynoxide() ?? findDynamoDbLocal()
if (!kind) console.log('SKIPPED kill -9: no engine for this machine')

describe.skipIf(!kind)('kill -9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restante-kill-'))
  let engine: EngineProcess
  let table: Table
  let api: Api

  beforeAll(async () => {
    if (!kind) return
    engine = await startEngine(kind, folder)
    table = await withLedger(await aHouse({ name: kind.name, endpoint: engine.endpoint }, spaces))
    api = anApi(table, { code: () => CODE })
  })

  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const quartersOn = async (day: string) =>
    (await bookingStore(table).listSiteBookings(HOUSE.id, date(day), date(day))).map(
      ({ start, end }) => end - start,
    )

  /** Prepares a write, and kills its process at one of its requests. */
  const die = async (write: Write, diesAt: number, moment: Orders['moment']) => {
    const [person, day] = [await aPerson(api), aDay()]
    const request = await requestOf(write, api, person, day)
    const end = await runService({
      ...request,
      endpoint: engine.endpoint,
      table: table.name,
      now: NOW,
      diesAt,
      moment,
    })
    return { request, end, day, where: `${write}, ${moment} request ${diesAt}` }
  }

  it.each(WRITES)(
    'of the service around any request of the write “%s” leaves it safe to repeat (20)',
    async (write) => {
      const { answer } = (await die(write, 0, 'before')).end
      expect(answer?.status).toBe(DONE[write])
      expect(answer?.requests).toBeGreaterThan(2)
      const moments = Array.from({ length: answer?.requests ?? 0 }, (_, at) =>
        (['before', 'after'] as const).map((moment) => [at + 1, moment] as const),
      ).flat()
      const deaths = shareOf(moments)
      const dead: Awaited<ReturnType<typeof die>>[] = []
      for (let at = 0; at < deaths.length; at += AT_ONCE) {
        dead.push(...(await Promise.all(deaths.slice(at, at + AT_ONCE).map((death) => die(write, ...death)))))
      }
      for (const { end, where } of dead) expect(end, where).toEqual({ signal: 'SIGKILL', answer: undefined })
      expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
      for (const { request, day, where } of dead) {
        const { method, path, headers, body } = request
        const again = await api.call(method, path, { headers, ...(body && { rawBody: body }) })
        expect(again.status, where).toBe(DONE[write])
        expect(await quartersOn(day), where).toEqual(QUARTERS[write])
      }
      expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
    },
    120_000,
  )

  const eraseOf = async (email: string, cookie: string) => {
    const { headers } = await api.call('POST', '/auth/codes', { body: { email } })
    const challenge = headers.getSetCookie().map((each) => each.split(';')[0])
    return {
      ...{ method: 'DELETE', path: '/me', body: JSON.stringify({ code: CODE }) },
      headers: {
        host: 'restante.example',
        'content-type': 'application/json',
        cookie: [cookie, ...challenge].join('; '),
      },
    }
  }

  it('of the service during an erasure leaves the rest to the replay, or to asking again (20)', async () => {
    const forget = async (diesAt: number, moment: Orders['moment']) => {
      const email = `forgotten-${diesAt}-${moment}@example.org`
      const person = personOf(await api.signIn(email, `Forgotten ${diesAt}`))
      const day = aDay()
      expect((await person.book(api, { space: 'salle-a', date: day })).status).toBe(201)
      const request = await eraseOf(email, person.cookie)
      const orders = { ...request, endpoint: engine.endpoint, table: table.name, now: NOW, diesAt, moment }
      return {
        email,
        day,
        cookie: person.cookie,
        end: await runService(orders),
        where: `${moment} request ${diesAt}`,
      }
    }
    const { answer } = (await forget(0, 'before')).end
    expect(answer?.status).toBe(204)
    const all = Array.from(
      { length: Math.ceil((answer?.requests ?? 0) / 2) },
      (_, at) => [2 * at + 1, at % 2 ? 'after' : 'before'] as const,
    )
    // The first dies before the erasure is noted, so each share has one that must be asked for again.
    const deaths = all.filter((_, at) => RUNS_ALL || at % 4 === 0)
    const dead: Awaited<ReturnType<typeof forget>>[] = []
    for (let at = 0; at < deaths.length; at += AT_ONCE)
      dead.push(
        ...(await Promise.all(
          deaths.slice(at, at + AT_ONCE).map(([diesAt, moment]) => forget(diesAt, moment)),
        )),
      )
    for (const { end, where } of dead) expect(end, where).toEqual({ signal: 'SIGKILL', answer: undefined })
    const isLeft = async (email: string) => (await scanAll(table)).includes(email)
    const named = new Set((await api.deps.ledger.listErasures()).map(({ holder }) => holder))
    await replayErasures(api.deps)
    let asked = 0
    for (const { email, cookie, day, where } of dead) {
      if (!named.has(idOf('holder', email) as HolderId)) {
        asked += 1
        const { method, path, headers, body } = await eraseOf(email, cookie)
        expect((await api.call(method, path, { headers, rawBody: body })).status, where).toBe(204)
      }
      expect(await isLeft(email), where).toBe(false)
      expect(await quartersOn(day), where).toEqual([])
    }
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(dead.length)
    expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
  }, 120_000)

  it('of the engine loses nothing answered 201, and leaves the rest safe to repeat (20)', async () => {
    if (!kind) return
    const people = await Promise.all(Array.from({ length: 40 }, () => aPerson(api)))
    const requests = people.map((person, at) => ({
      person,
      key: aKey(),
      place: {
        space: 'salle-a',
        date: '2026-12-01',
        start: `${String(8 + Math.floor(at / 4)).padStart(2, '0')}:00`,
        end: `${String(9 + Math.floor(at / 4)).padStart(2, '0')}:00`,
      },
    }))
    let answered = 0
    const first = await quietly(() =>
      Promise.all(
        requests.map(async ({ person, key, place }) => {
          const answer = await person.book(api, place, key)
          if (++answered === 10) process.kill(engine.pid, 'SIGKILL')
          return answer
        }),
      ),
    )
    const booked = first.filter(({ status }) => status === 201)
    expect(booked.length).toBeGreaterThan(0)
    expect(first.some(({ status }) => status === 503)).toBe(true)
    engine = await startEngine(kind, folder)
    table = { name: table.name, client: localClient(engine.endpoint) }
    api = anApi(table, { code: () => CODE })
    const { live, faults } = await reconcile(table, HOUSE.id)
    expect(faults).toEqual([])
    const active = new Set<string>(live.map(({ id }) => id))
    expect(booked.filter(({ body }) => !active.has(body.id))).toEqual([])
    const again = await Promise.all(requests.map(({ person, key, place }) => person.book(api, place, key)))
    for (const [at, { status, body }] of again.entries()) {
      expect([201, 409]).toContain(status)
      if (first[at]?.status === 201) expect(body).toEqual(first[at]?.body)
    }
    expect(again.filter(({ status }) => status === 201)).toHaveLength(20)
    expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
  })
})
