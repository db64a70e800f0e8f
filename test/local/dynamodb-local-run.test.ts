import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { findDynamoDbLocal } from '../../infra/local/engine-process.ts'
import { signalEngine } from '../support/local-engine.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { firstFree, hourAfter, json, signIn } from '../support/local-session.ts'
import { RUNS_ALL } from '../support/scope.ts'

// Java starts three times, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 })

const ON_DYNAMODB_LOCAL = { RESTANTE_ENGINE: 'dynamodb-local' }

const mailsTo = async ({ origin }: LocalService, email: string): Promise<string[]> => {
  const mails: { to: string; subject: string }[] = await (
    await fetch(`${origin}/_mailbox/messages.json`)
  ).json()
  return mails.filter(({ to }) => to === email).map(({ subject }) => subject)
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let waits = 0; waits < 300 && !(await isSo()); waits++) await sleep(100)
}

describe.runIf(RUNS_ALL && findDynamoDbLocal())('the service with DynamoDB Local only', () => {
  it('signs in, books, tells of it, and keeps it through kill -9 of the engine and of itself', async () => {
    const folder = aFolder()
    const email = 'camille@example.org'
    const before = await runLocally(folder, ON_DYNAMODB_LOCAL)
    const { cookie } = await signIn(before, email)
    const { date, space, start } = await firstFree(before)
    const booked = await fetch(`${before.origin}/api/bookings`, {
      method: 'POST',
      headers: { ...json, cookie, 'idempotency-key': 'a-key-of-the-java-run' },
      body: JSON.stringify({ site: '09410A', space, date, start, end: hourAfter(start), use: 'desk' }),
    })
    expect(booked.status).toBe(201)
    const { id } = await booked.json()
    await until(async () => (await mailsTo(before, email)).length === 2)
    expect(await mailsTo(before, email)).toEqual([
      expect.stringMatching(/^C’est réservé/),
      expect.stringMatching(/^\d{6} : votre code/),
    ])

    signalEngine(folder, 'SIGKILL')
    const read = async (service: LocalService) =>
      (await fetch(`${service.origin}/api/bookings/${id}`, { headers: { cookie } })).status
    await until(async () => (await read(before)) === 200)
    expect(await read(before)).toBe(200)
    await signIn(before, 'apres@example.org')
    await before.stop('SIGKILL')

    const after = await runLocally(folder, ON_DYNAMODB_LOCAL)
    expect(await read(after)).toBe(200)
    await signIn(after, 'encore@example.org')
    expect(await mailsTo(after, email)).toHaveLength(2)
    expect(await after.stop('SIGTERM')).toBe(0)
  })
})
