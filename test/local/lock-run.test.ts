import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { firstFree, hourAfter, json, signIn } from '../support/local-session.ts'

type Told = { readonly type: string; readonly booking: string; readonly code?: string }

const toldOf = async ({ origin }: LocalService, booking: string, type: string): Promise<Told | undefined> => {
  for (let waits = 0; waits < 400; waits++) {
    const told: Told[] = await (await fetch(`${origin}/_lock/codes.json`)).json()
    const found = told.find((each) => each.booking === booking && each.type === type)
    if (found) return found
    await sleep(50)
  }
  return undefined
}

describe.skipIf(!findDynoxide())('the local lock', () => {
  it('receives the code of a booking at Sézanne, and its end once it is cancelled', async () => {
    const service = await runLocally(aFolder())
    const { cookie } = await signIn(service, 'porte@example.org')
    const { space, date, start } = await firstFree(service, '09439A')
    const end = hourAfter(start)
    const booked = await fetch(`${service.origin}/api/bookings`, {
      method: 'POST',
      headers: { ...json, cookie, 'idempotency-key': 'a-key-of-the-lock-run' },
      body: JSON.stringify({ site: '09439A', space, date, start, end, use: 'desk' }),
    })
    const { id } = await booked.json()
    const code = (await toldOf(service, id, 'door-code.grant'))?.code
    expect(code).toMatch(/^\d{6}$/)
    const read = await (await fetch(`${service.origin}/api/bookings/${id}`, { headers: { cookie } })).json()
    expect(['later', 'shown']).toContain(read.door.state)
    if (read.door.state === 'shown') expect(read.door.code).toBe(code)
    const mails = await (await fetch(`${service.origin}/_mailbox/messages.json`)).text()
    expect(mails).not.toContain(code)
    await fetch(`${service.origin}/api/bookings/${id}`, { method: 'DELETE', headers: { cookie } })
    expect(await toldOf(service, id, 'door-code.revoke')).toMatchObject({ booking: id })
    expect((await fetch(`${service.origin}/_lock`, { method: 'POST', body: '{}' })).status).toBe(401)
    expect(await service.stop('SIGTERM')).toBe(0)
  })
})
