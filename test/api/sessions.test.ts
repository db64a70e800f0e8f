import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { aWaitlistEntryBody } from '../support/waitlist.ts'

const DAY = 24 * 60

describe.each(engines)('a session on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table, { code: () => '123456' })
  })

  const cookieOf = ({ headers }: Answer) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1'
  /** By a code, as people do. */
  const signIn = async (email: string): Promise<string> => {
    const cookie = cookieOf(await api.call('POST', '/auth/codes', { body: { email } }))
    const headers = { 'user-agent': phone }
    return cookieOf(await api.call('POST', '/auth/sessions', { body: { code: '123456' }, cookie, headers }))
  }

  const list = async (cookie: string) => (await api.call('GET', '/me/sessions', { cookie })).body.sessions
  const status = async (cookie: string) => (await api.call('GET', '/me', { cookie })).status

  it('is listed without any secret, and the current one is marked', async () => {
    const here = await signIn('listed@example.org')
    api.clock.now = addMinutes(NOW, 1)
    const other = await signIn('listed@example.org')
    await api.signIn('somebody.else@example.org')
    const answer = await api.call('GET', '/me/sessions', { cookie: here })
    api.clock.now = NOW
    expect(answer.body.sessions).toEqual([
      expect.objectContaining({ openedAt: '2026-11-21T09:01:00.000Z', current: false }),
      {
        id: expect.stringMatching(/^[0-9a-z]{20}$/),
        means: 'code',
        device: 'phone',
        openedAt: '2026-11-21T09:00:00.000Z',
        seenAt: '2026-11-21T09:00:00.000Z',
        current: true,
      },
    ])
    for (const cookie of [here, other]) {
      const secret = cookie.split('.').at(-1) ?? ''
      expect(JSON.stringify(answer.body)).not.toContain(secret)
    }
  })

  it('is closed alone, is then not found, and is closed by its holder only', async () => {
    const here = await api.signIn('one@example.org')
    const there = await api.signIn('one@example.org')
    const stranger = await api.signIn('stranger@example.org')
    const { id } = (await list(here)).find(({ current }: { current: boolean }) => !current)
    expect((await api.call('DELETE', `/me/sessions/${id}`, { cookie: stranger })).status).toBe(404)
    expect(await status(there)).toBe(200)
    expect((await api.call('DELETE', `/me/sessions/${id}`, { cookie: here })).status).toBe(204)
    expect([await status(there), await status(here)]).toEqual([401, 200])
    expect((await api.call('DELETE', `/me/sessions/${id}`, { cookie: here })).body.code).toBe('not-found')
    expect((await api.call('DELETE', '/me/sessions/nowhere', { cookie: here })).status).toBe(404)
  })

  it('is closed with all others at once, the current one included', async () => {
    const cookies = await Promise.all(Array.from({ length: 4 }, () => api.signIn('all@example.org')))
    const [here = ''] = cookies
    const stranger = await api.signIn('stranger@example.org')
    const answer = await api.call('DELETE', '/me/sessions', { cookie: here })
    expect(answer.status).toBe(204)
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-restante-session=; Max-Age=0/)
    expect(await Promise.all(cookies.map(status))).toEqual([401, 401, 401, 401])
    expect(await status(stranger)).toBe(200)
  })

  it('lasts 14 days unused, and 30 days at most', async () => {
    const [used, forgotten] = [await signIn('lasts@example.org'), await signIn('lasts@example.org')]
    const seen = []
    for (const days of [13, 14, 26, 29.99, 30]) {
      api.clock.now = addMinutes(NOW, days * DAY)
      seen.push(await status(used))
      if (days === 14) seen.push(await status(forgotten))
    }
    api.clock.now = NOW
    expect(seen).toEqual([200, 200, 401, 200, 200, 401])
  })

  it('of a disabled holder ends with the next request, also where it is read with other facts (40)', async () => {
    const cookie = await api.signIn('disabled@example.org')
    const asking = () =>
      Promise.all([
        api.call('GET', '/me', { cookie }),
        api.call('POST', '/bookings', { body: aBookingBody(), headers: aKey(), cookie }),
        api.call('POST', '/waits', { body: aWaitlistEntryBody(), headers: aKey(), cookie }),
        api.call('GET', '/me/sessions', { cookie }),
      ])
    const { id } = (await api.call('POST', '/bookings', { body: aBookingBody(), headers: aKey(), cookie }))
      .body
    expect((await asking()).map((answer) => answer.status)).not.toContain(401)
    await accountStore(table).disable(idOf('holder', 'disabled@example.org') as HolderId, NOW)
    expect((await asking()).map((answer) => answer.status)).toEqual([401, 401, 401, 401])
    expect((await api.call('DELETE', `/bookings/${id}`, { cookie })).status).toBe(401)
  })
})
