import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { askHolder } from '../../infra/local/folder-lock.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { anOpening, aSite, aSpace } from '../support/builders.ts'
import { type LocalService, runLocally } from '../support/local-service.ts'
import { seed } from '../support/seed.ts'
import { privateMemoryOf, processorMsOf } from './processes.ts'
import { megabytes, milliseconds, type Section, seconds } from './section.ts'
import { installedEngines, TABLE_NAME, withFolder } from './stage.ts'
import { cookieFor, today } from './throughput.ts'

const CLIENTS = 16
const BOOKINGS = 192
const SPACES = 8
const IDLE_MS = 30_000
const CALM_MS = 3000
const SITE = 'BENCH1'

const linesOf = (file: string): number => {
  try {
    return readFileSync(file, 'utf8').split('\n').length - 1
  } catch {
    return 0
  }
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(20)
}

/** Resolves when nothing was sent for a while. */
const calm = async (file: string): Promise<void> => {
  for (let before = -1; before !== linesOf(file); await sleep(CALM_MS)) before = linesOf(file)
}

const bodyOf = (mine: number, at: number) => {
  const start = 8 + (mine % 12)
  return {
    site: SITE,
    space: `bureau-${at % SPACES}`,
    date: addDays(today(), 1 + Math.floor(mine / 12)),
    start: `${String(start).padStart(2, '0')}:00`,
    end: `${String(start + 1).padStart(2, '0')}:00`,
    use: 'desk',
  }
}

type Posted = { readonly status: number; readonly retryAfter: number; readonly text: string }

/** From an address of its own, since what one address may ask is limited. */
const poster = (origin: string, client: number, cookie: string) => {
  const agent = new Agent({ keepAlive: true, localAddress: `127.0.0.${client + 2}` })
  return (body: object, key: string) =>
    new Promise<Posted>((posted, failed) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key, cookie }
      const url = `${origin.replace('localhost', '127.0.0.1')}/api/bookings`
      request(url, { method: 'POST', headers, agent }, (answer) => {
        const retryAfter = Number(answer.headers['retry-after'] ?? 1)
        text(answer).then(
          (said) => posted({ status: answer.statusCode ?? 0, retryAfter, text: said }),
          failed,
        )
      })
        .once('error', failed)
        .end(JSON.stringify(body))
    })
}

/** Each client books one hour after another. */
const bookAll = async ({ origin }: LocalService, cookies: readonly string[]): Promise<void> => {
  let next = 0
  const client = async (cookie: string, number: number) => {
    const post = poster(origin, number, cookie)
    for (let mine = 0; next < BOOKINGS; mine++) {
      const body = bodyOf(mine, next++)
      const key = randomBytes(16).toString('hex')
      for (let answer = await post(body, key); answer.status !== 201; answer = await post(body, key)) {
        if (answer.status !== 503) throw new Error(`a booking was refused: ${answer.status} ${answer.text}`)
        await sleep(1000 * answer.retryAfter)
      }
    }
  }
  await Promise.all(cookies.map(client))
}

const prepare = async (folder: string): Promise<string[]> => {
  const client = localClient((await askHolder(join(folder, '.restante'))) ?? '')
  const table = { client, name: TABLE_NAME }
  const openings = [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })]
  const spaces = Array.from({ length: SPACES }, (_, at) =>
    aSpace({ id: `bureau-${at}` as SpaceId, capacity: 1000, openings }),
  )
  await seed(table, aSite({ id: SITE as never }), spaces)
  const cookies = await Promise.all(Array.from({ length: CLIENTS }, (_, at) => cookieFor(table, at)))
  client.destroy()
  return cookies.map((cookie) => cookie.replace('__Host-', ''))
}

type Measured = Readonly<
  Record<'idleShare' | 'restBytes' | 'bookedMs' | 'toldMs' | 'processorMs' | 'peakBytes', number>
>

const measure = async (folder: string): Promise<Measured> => {
  const service = await runLocally(folder)
  const pid = service.process.pid ?? 0
  const mails = join(folder, '.restante/messages.jsonl')
  try {
    // The work of the night runs soon after a start.
    await sleep(15_000)
    await calm(mails)
    const before = processorMsOf(pid)
    await sleep(IDLE_MS)
    const idleShare = (processorMsOf(pid) - before) / IDLE_MS
    const restBytes = privateMemoryOf(pid)
    const cookies = await prepare(folder)
    await calm(mails)
    const sent = linesOf(mails)
    const processorBefore = processorMsOf(pid)
    const startedAt = performance.now()
    await bookAll(service, cookies)
    const bookedMs = performance.now() - startedAt
    const peakBytes = privateMemoryOf(pid)
    await until(() => linesOf(mails) >= sent + BOOKINGS)
    const toldMs = performance.now() - startedAt
    const processorMs = processorMsOf(pid) - processorBefore
    return { idleShare, restBytes, bookedMs, toldMs, processorMs, peakBytes }
  } finally {
    await service.stop('SIGTERM')
  }
}

/** The whole service as `npm start` runs it: at rest, and while people book and are told. */
export const oneMachine = async (): Promise<readonly Section[]> => {
  const [kind] = installedEngines()
  if (!kind) return []
  const { idleShare, restBytes, bookedMs, toldMs, processorMs, peakBytes } = await withFolder(measure)
  const rate = (ms: number) => `${(BOOKINGS / (ms / 1000)).toFixed(1)} a second`
  return [
    {
      title: `The service on one machine, ${kind.name}`,
      figures: [
        { name: 'idle: share of a core', goal: '≤ 1 %', measured: `${(idleShare * 100).toFixed(1)} %` },
        { name: 'private memory at rest', goal: '≤ 200 MB', measured: megabytes(restBytes) },
        { name: 'private memory after the bookings', goal: '≤ 300 MB', measured: megabytes(peakBytes) },
        {
          name: `${BOOKINGS} bookings, ${CLIENTS} clients`,
          measured: `${seconds(bookedMs)}, ${rate(bookedMs)}`,
        },
        { name: 'until everybody was told', measured: `${seconds(toldMs)}, ${rate(toldMs)}` },
        { name: 'processor time, for each of them', measured: milliseconds(processorMs / BOOKINGS) },
      ],
    },
  ]
}
