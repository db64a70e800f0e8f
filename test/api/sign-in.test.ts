import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { anApi } from '../support/api.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const cookieOf = (headers: Headers, name: string): string => {
  const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? ''
  return cookie.split(';')[0] ?? ''
}

describe.each(engines.slice(0, 1))('signing in', (engine) => {
  let api: ReturnType<typeof anApi>
  let sent = 100_000
  const sentLast = () => String(sent)
  beforeAll(async () => {
    api = anApi(await freshTable(engine), { code: () => String(++sent) })
  })

  const ask = async (email: string) => {
    const answer = await api.call('POST', '/auth/codes', { body: { email } })
    return { answer, cookie: cookieOf(answer.headers, '__Host-restante-challenge') }
  }
  const type = (cookie: string, code: string, name?: string) =>
    api.call('POST', '/auth/sessions', { body: { code, ...(name && { name }) }, cookie })

  it('takes the code typed in the browser that asked for it, then keeps a cookie that scripts cannot read', async () => {
    const { answer, cookie } = await ask('camille@example.org')
    expect([answer.status, answer.body]).toEqual([202, { validMinutes: 10 }])
    const opened = await type(cookie, sentLast(), 'Camille')
    expect([opened.status, opened.body]).toEqual([201, { email: 'camille@example.org', name: 'Camille' }])
    const [session] = opened.headers.getSetCookie()
    expect(session).toMatch(/^__Host-restante-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const me = await api.call('GET', '/me', { cookie: cookieOf(opened.headers, '__Host-restante-session') })
    expect(me.body).toEqual({ email: 'camille@example.org', name: 'Camille', secondFactor: false, grants: [] })
  })

  it('opens one session, though the right code is typed five times at once, and none once that was closed', async () => {
    const { cookie } = await ask('twice@example.org')
    const code = sentLast()
    const opened = await Promise.all(Array.from({ length: 5 }, () => type(cookie, code)))
    expect(opened.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const sessions = new Set(opened.map(({ headers }) => cookieOf(headers, '__Host-restante-session')))
    expect(sessions.size).toBe(1)
    const [session] = sessions
    await api.call('DELETE', '/auth/sessions', { cookie: session })
    expect((await type(cookie, code)).body.code).toBe('code-expired')
    expect((await api.call('GET', '/me', { cookie: session })).status).toBe(401)
  })

  it('is refused in another browser, with the right code', async () => {
    await ask('dominique@example.org')
    const code = sentLast()
    const other = await ask('claude@example.org')
    expect((await type(other.cookie, code)).body.code).toBe('wrong-code')
    expect((await type('', code)).body.code).toBe('code-expired')
  })

  it('is refused after ten minutes', async () => {
    const { cookie } = await ask('late@example.org')
    api.clock.now = addMinutes(NOW, 10)
    const late = await type(cookie, sentLast())
    api.clock.now = NOW
    expect([late.status, late.body.code]).toEqual([422, 'code-expired'])
  })

  it('answers a known and an unknown address alike', async () => {
    const [known, unknown] = [await ask('camille@example.org'), await ask('never-seen@example.org')]
    const shape = ({ status, body, headers }: typeof known.answer) => [status, body, [...headers.keys()]]
    expect(shape(known.answer)).toEqual(shape(unknown.answer))
  })

  it('takes the same address in any case for the same person', async () => {
    const { cookie } = await ask('  CAMILLE@Example.ORG ')
    expect((await type(cookie, sentLast())).body).toEqual({ email: 'camille@example.org', name: 'Camille' })
  })

  it('sends a bounded number of codes, says when to ask again, and leaves the open session alone', async () => {
    const session = await api.signIn('often@example.org')
    const answers = []
    for (let asked = 0; asked < 12; asked++) answers.push((await ask('often@example.org')).answer)
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5)
    const last = answers.at(-1)
    expect([last?.status, last?.body.code, Number(last?.headers.get('retry-after')) > 0]).toEqual([
      429,
      'too-many-codes',
      true,
    ])
    expect((await api.call('GET', '/me', { cookie: session })).status).toBe(200)
  })

  it('ends at once when signed out, and again changes nothing', async () => {
    const cookie = await api.signIn('out@example.org')
    expect((await api.call('DELETE', '/auth/sessions', { cookie })).status).toBe(204)
    expect((await api.call('GET', '/me', { cookie })).status).toBe(401)
    expect((await api.call('DELETE', '/auth/sessions', { cookie })).status).toBe(204)
    expect((await api.call('DELETE', '/auth/sessions')).status).toBe(204)
  })

  it('a forged or unknown session cannot be closed, nor made by closing it', async () => {
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

  it.each(['', ' ', '…', 'A\ud800', 'a\nb', '\u202Egnp.exe', 'x'.repeat(81)])('refuses %o as a name', async (name) => {
    const cookie = await api.signIn('name@example.org')
    const answer = await api.call('PATCH', '/me', { body: { name }, cookie })
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
  })

  it.each(['Zoé', '<b>Zoé</b>', 'محمد', '李小龍', 'Zoé 🌻', 'Zoé 👩‍💻', 'می‌رود', 'O’Neill-d’Arc'])(
    'keeps %s as the name it is',
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
