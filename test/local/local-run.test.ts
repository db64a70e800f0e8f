import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aLoadedFolder } from '../support/loaded-folder.ts'
import { engineProcessesOf } from '../support/local-engine.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { type Free, firstFree, json, type Session, signIn } from '../support/local-session.ts'
import { shareOf } from '../support/scope.ts'

/** What was about to be sent at the time of a kill is sent when its lease is over. */
const LEASE_MS = 90_000

const book = ({ origin }: LocalService, { cookie }: Session, { date, space, start, end }: Free) =>
  fetch(`${origin}/api/bookings`, {
    method: 'POST',
    headers: { ...json, cookie, 'idempotency-key': 'a-key-of-the-local-run' },
    body: JSON.stringify({ site: '09410A', space, date, start, end, use: 'desk' }),
  })

describe.skipIf(!findDynoxide())('the local service', () => {
  it('keeps acknowledged writes through its own kill -9, which leaves no engine behind', async () => {
    const folder = await aLoadedFolder()
    const before = await runLocally(folder)
    const session = await signIn(before, 'camille@example.org')
    expect(engineProcessesOf(folder).length).toBeGreaterThan(0)
    const booked = await book(before, session, await firstFree(before))
    expect(booked.status).toBe(201)
    const { id } = await booked.json()
    await before.stop('SIGKILL')
    for (let waits = 0; waits < 400 && engineProcessesOf(folder).length > 0; waits++) await sleep(50)
    expect(engineProcessesOf(folder)).toEqual([])

    const after = await runLocally(folder)
    const found = await fetch(`${after.origin}/api/bookings/${id}`, { headers: { cookie: session.cookie } })
    expect([found.status, (await found.json()).status]).toEqual([200, 'confirmed'])
    const isSent = async () => (await mails(after)).some(({ subject }) => subject.startsWith('C’est réservé'))
    const givenUpAt = performance.now() + LEASE_MS + 30_000
    while (!(await isSent()) && performance.now() < givenUpAt) await sleep(50)
    const subjects = (await mails(after)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.startsWith('C’est réservé'))).toHaveLength(1)
    expect(await after.stop('SIGTERM')).toBe(0)
  }, 180_000)

  it('lets one service at a time hold a folder, started together or in order, and starts again with its data', async () => {
    const folder = await aLoadedFolder()
    const both = await Promise.all([runLocally(folder), runLocally(folder)])
    const refused = both.filter(({ process: { exitCode } }) => exitCode === 1)
    expect(refused.map((service) => service.output())).toEqual([
      expect.stringMatching(/^Restante cannot start: another service is running on .*: stop it first\n$/),
    ])
    const [running] = both.filter(({ process: { exitCode } }) => exitCode === null)
    expect((await runLocally(folder)).process.exitCode).toBe(1)
    expect(await running?.stop('SIGINT')).toBe(0)
    const second = await runLocally(folder)
    expect((await fetch(`${second.origin}/api/sites/09410A`)).status).toBe(200)
    expect(await second.stop('SIGTERM')).toBe(0)
  })

  it('says in one line that its port is taken', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const service = await runLocally(await aLoadedFolder(), { PORT: port })
    server.close()
    expect(service.output()).toBe(
      `Restante cannot start: port ${port} is taken: choose another, for example PORT=${Number(port) + 1} npm start\n`,
    )
    expect(service.process.exitCode).toBe(1)
  })

  it('says in one line that its data is broken', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, '.restante'))
    writeFileSync(join(folder, '.restante', 'table.sqlite'), 'not a database, not at all'.repeat(100))
    const service = await runLocally(folder)
    expect(service.output()).toMatch(
      /^Restante cannot start: the engine stopped at once: .*remove .* to start afresh\)\n$/,
    )
  })

  const WRONG = [
    [{ PORT: 'abc' }, /^Restante cannot start: PORT is not a port: abc\n$/],
    [
      { HOST: '0.0.0.0' },
      /^Restante cannot start: HOST=0.0.0.0 would open .* set RESTANTE_OPEN_TO_NETWORK=yes as well\n$/,
    ],
    [
      { HOST: 'nowhere.invalid' },
      /^Restante cannot start: HOST is no address of this machine: nowhere.invalid\n$/,
    ],
    [
      { RESTANTE_ENGINE: 'sqlite' },
      /^Restante cannot start: RESTANTE_ENGINE is not one of dynoxide, dynamodb-local: sqlite\n$/,
    ],
    [
      { RESTANTE_DYNAMODB_ENDPOINT: 'nowhere' },
      /^Restante cannot start: RESTANTE_DYNAMODB_ENDPOINT is not an address: nowhere\n$/,
    ],
    [
      { RESTANTE_DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' },
      /^Restante cannot start: no engine answers at http:\/\/127.0.0.1:1\n$/,
    ],
  ] as const
  it.each(shareOf(WRONG))('says in one line what is wrong with %j', async (variables, line) => {
    const service = await runLocally(aFolder(), variables)
    expect(service.output()).toMatch(line)
    expect(service.process.exitCode).toBe(1)
  })
})

const mails = async ({ origin }: LocalService): Promise<{ subject: string }[]> =>
  (await fetch(`${origin}/_mailbox/messages.json`)).json()
