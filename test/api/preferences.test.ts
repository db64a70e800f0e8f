import { beforeEach, describe, expect, it } from 'vitest'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { Table } from '../../shared/store/client.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import { preferencesTokenOf } from '../../shared/store/preferences-token.ts'
import { anApi } from '../support/api.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'

const seal = sealBy('a key of the mail')
const ONE_CLICK = { 'content-type': 'application/x-www-form-urlencoded' }

describe.each(engines)('preferences on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let cookie: string
  let holder: HolderId
  let token: string
  const of = (id: string) => api.deps.identities.findHolder(id as HolderId)
  const press = (path: string, method = 'POST') =>
    api.call(method, path, { rawBody: 'List-Unsubscribe=One-Click', headers: ONE_CLICK })

  beforeEach(async () => {
    table = await freshTable(engine)
    api = anApi(table, { seal })
    cookie = await api.signIn('camille@example.org')
    holder = cookie.split('=')[1]?.split('.')[0] as HolderId
    token = preferencesTokenOf(seal, holder)
  })

  it('are read and changed by who is signed in', async () => {
    const read = () => api.call('POST', '/preferences/readings', { body: {}, cookie })
    expect((await read()).body).toEqual({ reminders: true, language: 'fr' })
    const { status, body } = await api.call('PATCH', '/preferences', {
      body: { reminders: false, language: 'en' },
      cookie,
    })
    expect([status, body]).toEqual([200, { reminders: false, language: 'en' }])
    expect(await of(holder)).toMatchObject({ noReminders: true, language: 'en', name: 'Camille' })
    await api.call('PATCH', '/preferences', { body: { reminders: true }, cookie })
    expect((await read()).body).toEqual({ reminders: true, language: 'en' })
    expect(await of(holder)).not.toHaveProperty('noReminders')
  })

  it('are read and changed by the link of a message without signing in, for its reader alone', async () => {
    const other = await api.signIn('alix@example.org')
    const { body } = await api.call('PATCH', '/preferences', {
      body: { token, reminders: false },
      cookie: other,
    })
    expect(body).toEqual({ reminders: false, language: 'fr' })
    expect(await of(holder)).toHaveProperty('noReminders', true)
    expect(await of(other.split('=')[1]?.split('.')[0] ?? '')).not.toHaveProperty('noReminders')
    expect((await api.call('POST', '/preferences/readings', { body: { token } })).body.reminders).toBe(false)
  })

  it('lose their reminders by one request of a mail program, as often as it comes', async () => {
    for (const _ of ['once', 'again']) {
      expect((await press(`/reminders/${token}`)).status).toBe(204)
      expect(await of(holder)).toHaveProperty('noReminders', true)
    }
    const bare = await api.call('POST', `/reminders/${token}`)
    expect(bare.status).toBe(204)
  })

  it('do not change when the link of a mail program is only opened', async () => {
    const before = await scanAll(table)
    const opened = await api.call('GET', `/reminders/${token}`)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/preferences#${token}`])
    expect(await scanAll(table)).toBe(before)
  })

  it('are refused to who is signed out and has no link', async () => {
    const change = await api.call('PATCH', '/preferences', { body: { reminders: false } })
    expect([change.status, change.body.code]).toEqual([401, 'signed-out'])
    expect((await api.call('POST', '/preferences/readings', { body: {} })).body.code).toBe('signed-out')
  })

  it('are refused alike by a link that is none of ours, and by that of somebody who was forgotten', async () => {
    const gone = preferencesTokenOf(seal, 'z'.repeat(20) as HolderId)
    const foreign = preferencesTokenOf(sealBy('another key'), holder)
    const before = await scanAll(table)
    for (const each of [gone, foreign, 'A'.repeat(64)]) {
      const answers = [
        await press(`/reminders/${each}`),
        await api.call('POST', '/preferences/readings', { body: { token: each } }),
        await api.call('PATCH', '/preferences', { body: { token: each, reminders: false } }),
      ]
      for (const { status, body } of answers) expect([status, body.code]).toEqual([422, 'link-unknown'])
    }
    expect(await scanAll(table)).toBe(before)
  })

  it('are kept from a holder who is being forgotten', async () => {
    await api.deps.erasures.begin(holder)
    expect((await press(`/reminders/${token}`)).body.code).toBe('link-unknown')
  })

  it.each([
    [{}, 'invalid'],
    [{ reminders: 'no' }, 'invalid'],
    [{ language: 'de' }, 'invalid'],
    [{ token: 'short', reminders: false }, 'invalid'],
    [{ reminders: false, email: 'x@example.org' }, 'invalid'],
  ])('are not changed by %j', async (body, code) => {
    expect((await api.call('PATCH', '/preferences', { body, cookie })).body.code).toBe(code)
    expect((await press('/reminders/short')).body.code).toBe('not-found')
  })
})
