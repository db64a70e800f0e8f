import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'

const cookieOf = (headers: Headers, name: string): string => {
  const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? ''
  return cookie.split(';')[0] ?? ''
}

describe.each(engines)('signing in on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let table: Table
  let asked = ''
  const calls: string[] = []
  const sentLast = () => api.codeFor(asked)
  beforeAll(async () => {
    table = await freshTable(engine)
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          calls.push(String(commandName))
          return next(args)
        },
      { step: 'initialize', name: 'calls' },
    )
    api = anApi(table)
  })

  const ask = async (email: string) => {
    const answer = await api.call('POST', '/auth/codes', { body: { email } })
    asked = cookieOf(answer.headers, '__Host-restante-challenge')
    return { answer, cookie: asked }
  }
  const type = (cookie: string, code: string, name?: string) =>
    api.call('POST', '/auth/sessions', { body: { code, ...(name && { name }) }, cookie })

  it('takes the code in the browser that asked for it, and gives a cookie that scripts cannot read', async () => {
    const { answer, cookie } = await ask('camille@example.org')
    expect([answer.status, answer.body]).toEqual([202, { validMinutes: 10 }])
    const opened = await type(cookie, sentLast(), 'Camille')
    expect([opened.status, opened.body]).toEqual([201, { email: 'camille@example.org', name: 'Camille' }])
    const [session] = opened.headers.getSetCookie()
    expect(session).toMatch(
      /^__Host-restante-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const me = await api.call('GET', '/me', { cookie: cookieOf(opened.headers, '__Host-restante-session') })
    expect(me.body).toEqual({
      email: 'camille@example.org',
      name: 'Camille',
      secondFactor: false,
      grants: [],
    })
  })

  it('opens one session when the code is typed twice or ten times at once, and none once it was closed (37)', async () => {
    const { cookie } = await ask('twice@example.org')
    const code = sentLast()
    const first = await type(cookie, code)
    const others = await Promise.all(Array.from({ length: 10 }, () => type(cookie, code)))
    const opened = [first, ...others].filter(({ status }) => status === 201)
    expect(opened.length).toBeGreaterThan(1)
    const sessions = new Set(opened.map(({ headers }) => cookieOf(headers, '__Host-restante-session')))
    expect(sessions.size).toBe(1)
    const [session = ''] = sessions
    expect((await api.call('GET', '/me/sessions', { cookie: session })).body.sessions).toHaveLength(1)
    await api.call('DELETE', '/auth/sessions', { cookie: session })
    expect((await type(cookie, code)).body.code).toBe('code-expired')
    expect((await api.call('GET', '/me', { cookie: session })).status).toBe(401)
  })

  it('keeps the language of the pages, in which calendars and exports are from then on', async () => {
    const { cookie } = await ask('sam@example.org')
    const opened = await api.call('POST', '/auth/sessions', {
      body: { code: sentLast(), name: 'Sam', language: 'en' },
      cookie,
    })
    const session = cookieOf(opened.headers, '__Host-restante-session')
    expect(opened.body.language).toBe('en')
    expect((await api.call('GET', '/me/export?format=csv', { cookie: session })).body).toContain(
      'Language of messages',
    )
    const french = await api.call('PATCH', '/me', { body: { language: 'fr' }, cookie: session })
    expect(french.body).toEqual({ email: 'sam@example.org', name: 'Sam', language: 'fr' })
    expect((await api.call('GET', '/me/export?format=json', { cookie: session })).body.me.language).toBe('fr')
    for (const body of [{}, { language: 'de' }])
      expect((await api.call('PATCH', '/me', { body, cookie: session })).body.code).toBe('invalid')
  })

  it('is refused in another browser, with the right code', async () => {
    await ask('dominique@example.org')
    const code = sentLast()
    const other = await ask('claude@example.org')
    expect((await type(other.cookie, code)).body.code).toBe('wrong-code')
    expect((await type('', code)).body.code).toBe('code-expired')
  })

  it('is refused after ten minutes, though the code is still in the table (38)', async () => {
    const { cookie } = await ask('late@example.org')
    api.clock.now = addMinutes(NOW, 10)
    const late = await type(cookie, sentLast())
    api.clock.now = NOW
    expect([late.status, late.body.code]).toEqual([422, 'code-expired'])
  })

  it('answers known and unknown addresses alike: status, body, headers and amount of work (35)', async () => {
    await api.signIn('known@example.org')
    const measured = async (email: string) => {
      const before = calls.length
      const { answer, cookie } = await ask(email)
      const headers = [...answer.headers].map(([name, value]) => [name, value.replace(/[0-9a-f]{40}/, '…')])
      return {
        status: answer.status,
        body: answer.body,
        headers,
        length: cookie.length,
        calls: calls.slice(before),
      }
    }
    const known = await measured('known@example.org')
    expect(await measured('never-seen@example.org')).toEqual(known)
    expect(known.calls).toEqual(['UpdateItemCommand', 'UpdateItemCommand', 'PutItemCommand'])
  })

  it('is refused after five wrong codes, even with the right one (36)', async () => {
    const { cookie } = await ask('guessed@example.org')
    const code = sentLast()
    const wrong = await Promise.all(Array.from({ length: 6 }, (_, at) => type(cookie, `00000${at}`)))
    expect(wrong.map(({ body }) => body.code).sort()).toEqual([
      'code-expired',
      ...Array(5).fill('wrong-code'),
    ])
    expect((await type(cookie, code)).body.code).toBe('code-expired')
  })

  it('is not disturbed by a check of any address: a checked code still works', async () => {
    const { cookie } = await ask('looked@example.org')
    const code = sentLast()
    const before = await scanAll(table)
    for (const method of ['GET', 'HEAD'])
      for (const path of ['/auth/codes', '/auth/sessions', `/auth/sessions?code=${code}`, '/me'])
        expect((await api.call(method, path, { cookie })).status).toBeGreaterThanOrEqual(401)
    expect(await scanAll(table)).toBe(before)
    expect((await type(cookie, code)).status).toBe(201)
  })

  it('gives a new session, and neither uses nor keeps a planted one (40)', async () => {
    const planted = await api.signIn('attacker@example.org')
    const { cookie } = await ask('victim@example.org')
    const opened = await type(`${cookie}; ${planted}`, sentLast())
    const session = cookieOf(opened.headers, '__Host-restante-session')
    expect(session).not.toBe(planted)
    expect((await api.call('GET', '/me', { cookie: session })).body.email).toBe('victim@example.org')
    expect((await api.call('GET', '/me', { cookie: planted })).status).toBe(401)
    const forged = `__Host-restante-session=${'a'.repeat(20)}.${'b'.repeat(40)}`
    const again = await ask('victim@example.org')
    const other = cookieOf(
      (await type(`${again.cookie}; ${forged}`, sentLast())).headers,
      '__Host-restante-session',
    )
    expect([other === forged, other === session]).toEqual([false, false])
  })

  it('is not changed by a profile: only the name can be changed, by its holder (41)', async () => {
    const cookie = await api.signIn('profile@example.org')
    await api.signIn('taken@example.org', 'Dominique')
    const before = await scanAll(table)
    for (const body of [
      { email: 'taken@example.org' },
      { name: 'Zoé', email: 'taken@example.org' },
      { name: 'Zoé', id: '0'.repeat(20) },
    ])
      expect((await api.call('PATCH', '/me', { body, cookie })).status).toBe(422)
    expect(await scanAll(table)).toBe(before)
    await api.call('PATCH', '/me', { body: { name: 'taken@example.org' }, cookie })
    expect((await api.call('GET', '/me', { cookie })).body.email).toBe('profile@example.org')
    const { cookie: asked } = await ask('taken@example.org')
    expect((await type(asked, sentLast())).body).toEqual({ email: 'taken@example.org', name: 'Dominique' })
  })

  it('takes an address in any case for the same person', async () => {
    const { cookie } = await ask('  CAMILLE@Example.ORG ')
    expect((await type(cookie, sentLast())).body).toEqual({ email: 'camille@example.org', name: 'Camille' })
  })

  it('sends a bounded number of codes for fifty requests at once, says when to retry, and keeps the open session (39)', async () => {
    const session = await api.signIn('often@example.org')
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask('often@example.org')))
    const answers = asked.map(({ answer }) => answer)
    expect(
      (await scanAll(table)).split('\n').filter((item) => /"CODE#/.test(item) && item.includes('often@')),
    ).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5)
    const last = answers.find(({ status }) => status !== 202)
    expect([last?.status, last?.body.code, Number(last?.headers.get('retry-after')) > 0]).toEqual([
      429,
      'too-many-codes',
      true,
    ])
    expect((await api.call('GET', '/me', { cookie: session })).status).toBe(200)
  })

  it('ends at once when signed out, and repeating changes nothing', async () => {
    const cookie = await api.signIn('out@example.org')
    expect((await api.call('DELETE', '/auth/sessions', { cookie })).status).toBe(204)
    expect((await api.call('GET', '/me', { cookie })).status).toBe(401)
    expect((await api.call('DELETE', '/auth/sessions', { cookie })).status).toBe(204)
    expect((await api.call('DELETE', '/auth/sessions')).status).toBe(204)
  })

  it('ends no forged or unknown session, and creates none by that', async () => {
    const cookie = `__Host-restante-session=${'0'.repeat(20)}.${'0'.repeat(40)}`
    expect((await api.call('DELETE', '/auth/sessions', { cookie })).status).toBe(204)
    expect((await api.call('GET', '/me', { cookie })).status).toBe(401)
  })

  it.each([
    '',
    'camille',
    'camille@',
    '@example.org',
    'a@b',
    'a b@example.org',
    'a@example.org\nBcc: b@example.org',
    `${'x'.repeat(250)}@example.org`,
  ])('refuses %o as an address', async (email) => {
    const { answer } = await ask(email)
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
  })

  it.each(['', '12345', '1234567', 'abcdef', 123456])('refuses %o as a code', async (code) => {
    const answer = await api.call('POST', '/auth/sessions', { body: { code } })
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
  })

  it.each(['', ' ', '…', 'A\ud800', 'a\nb', '\u202Egnp.exe', 'x'.repeat(81)])(
    'refuses %o as a name',
    async (name) => {
      const cookie = await api.signIn('name@example.org')
      const answer = await api.call('PATCH', '/me', { body: { name }, cookie })
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
    },
  )

  it.each(['Zoé', '<b>Zoé</b>', 'محمد', '李小龍', 'Zoé 🌻', 'Zoé 👩‍💻', 'می‌رود', 'O’Neill-d’Arc'])(
    'keeps %s as the name that it is',
    async (name) => {
      const cookie = await api.signIn('name@example.org')
      expect((await api.call('PATCH', '/me', { body: { name }, cookie })).body.name).toBe(name)
      expect((await api.call('GET', '/me', { cookie })).body.name).toBe(name)
    },
  )

  it('uses plain cookies on plain http only', async () => {
    const answer = await api.call('POST', '/auth/codes', {
      body: { email: 'http@example.org' },
      headers: { 'x-forwarded-proto': 'http' },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^restante-challenge=/)
  })
})
