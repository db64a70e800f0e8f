import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aLoadedFolder } from '../support/loaded-folder.ts'
import { engineOf, signalEngine } from '../support/local-engine.ts'
import { type LocalService, runLocally } from '../support/local-service.ts'
import { type Free, firstFree, hourAfter, json, type Session, signIn } from '../support/local-session.ts'
import { RUNS_ALL } from '../support/scope.ts'

const READ_MS = 3000
/** The machine is shared. */
const MARGIN_MS = 2000
const MOST_RESTARTS = 5

const book = (
  { origin }: LocalService,
  { cookie }: Session,
  { date, space, start }: Free,
  key: string,
): Promise<Response> =>
  fetch(`${origin}/api/bookings`, {
    method: 'POST',
    headers: { ...json, cookie, 'idempotency-key': key },
    body: JSON.stringify({ site: '09410A', space, date, start, end: hourAfter(start), use: 'desk' }),
  })

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let waits = 0; waits < 600 && !(await isSo()); waits++) await sleep(50)
}

describe.skipIf(!findDynoxide())('the local service, when its engine stops,', () => {
  it('restarts a killed engine while people book, and keeps acknowledged writes', async () => {
    const folder = await aLoadedFolder()
    const service = await runLocally(folder)
    const free = await firstFree(service)
    const people: Session[] = []
    for (let at = 0; at < 4; at++) people.push(await signIn(service, `reserve${at}@example.org`))
    const killed = engineOf(folder)
    const answers = people.map(async (person, at) => {
      for (let tries = 0; tries < 100; tries++) {
        const answer = await book(service, person, free, `a-key-while-it-stops-${at}`)
        if (answer.status === 201) return { person, id: (await answer.json()).id as string }
        expect(answer.status).toBe(503)
        await sleep(200)
      }
      throw new Error('nothing was booked')
    })
    signalEngine(folder, 'SIGKILL')
    for (const { person, id } of await Promise.all(answers)) {
      const found = await fetch(`${service.origin}/api/bookings/${id}`, {
        headers: { cookie: person.cookie },
      })
      expect([found.status, (await found.json()).status]).toEqual([200, 'confirmed'])
    }
    expect(engineOf(folder)).not.toBe(killed)
    expect(service.output()).toMatch(
      /The engine has stopped, and is started again….*The engine runs again\./s,
    )
    await signIn(service, 'apres@example.org')
    expect(await service.stop('SIGTERM')).toBe(0)
  })

  it('answers a read within three seconds while its engine hangs, and sends the next code after that', async () => {
    const folder = await aLoadedFolder()
    const service = await runLocally(folder)
    await signIn(service, 'avant@example.org')
    signalEngine(folder, 'SIGSTOP')
    const startedAt = performance.now()
    const read = await fetch(`${service.origin}/api/sites/09410A`)
    expect([read.status, (await read.json()).code]).toEqual([503, 'busy'])
    expect(performance.now() - startedAt).toBeLessThan(READ_MS + MARGIN_MS)
    signalEngine(folder, 'SIGCONT')
    await signIn(service, 'apres@example.org')
    expect(service.output()).not.toContain('"fault"')
    expect(await service.stop('SIGTERM')).toBe(0)
  })

  it.runIf(RUNS_ALL)('ends in one line when its engine stops again and again', async () => {
    const folder = await aLoadedFolder()
    const service = await runLocally(folder)
    const ended = new Promise((resolve) => service.process.once('exit', resolve))
    for (let times = 0; times <= MOST_RESTARTS; times++) {
      await until(() => engineOf(folder) !== undefined)
      signalEngine(folder, 'SIGKILL')
      await until(
        () =>
          service.output().split('The engine runs again').length > times + 1 ||
          service.process.exitCode !== null,
      )
    }
    expect(await ended).toBe(1)
    expect(service.output()).toMatch(
      /Restante cannot go on: its engine has stopped 6 times within 5 minutes\n$/,
    )
  })
})
