import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import { type Answer, anApi } from '../support/api.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { anIssuer, byAnotherKey, byHmacOfThePublicKey, type Visit } from '../support/issuer.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

type Issuer = Awaited<ReturnType<typeof anIssuer>>

const SITE = '09410A' as SiteId
const cookieOf = ({ headers }: Answer, name: string): string => {
  const found = headers.getSetCookie().find((each) => each.startsWith(`__Host-restante-${name}=`))
  return found?.split(';')[0] ?? ''
}
const placeOf = ({ headers }: Answer) => headers.get('location') ?? ''

describe.each(engines)('staff’s sign-in at an issuer, on $name,', (engine) => {
  let api: ReturnType<typeof anApi>
  let table: Awaited<ReturnType<typeof freshTable>>
  let issuer: Issuer
  let other: Issuer
  const apiAt = ({ settings }: Issuer, changes = {}) => anApi(table, { issuer: { ...settings, ...changes } })
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    issuer = await anIssuer()
    other = await anIssuer()
    api = apiAt(issuer)
  })
  afterAll(() => Promise.all([issuer.close(), other.close()]))

  const leave = async (on = api, next = '/planning?lieu=09410A') => {
    const answer = await on.call('GET', `/auth/oidc?${new URLSearchParams({ next })}`)
    return { answer, address: placeOf(answer), note: cookieOf(answer, 'issuer') }
  }
  const comeBack = (query: URLSearchParams, cookie: string, on = api) =>
    on.call('GET', `/auth/oidc/callback?${query}`, { cookie })
  const signIn = async (visit: Visit = {}, { at = issuer, on = api } = {}) => {
    const { address, note } = await leave(on)
    return comeBack(at.signIn(address, visit), note, on)
  }
  const meOf = async (answer: Answer) =>
    (await api.call('GET', '/me', { cookie: cookieOf(answer, 'session') })).body
  const holderOf = (answer: Answer) => holderIn(cookieOf(answer, 'session'))

  it('goes there by PKCE with a state and a nonce, writes nothing, and comes back to the destination', async () => {
    const before = await scanAll(table)
    const { answer, address, note } = await leave()
    expect(answer.status).toBe(302)
    const asked = Object.fromEntries(new URL(address).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'restante',
    })
    for (const part of ['state', 'nonce', 'code_challenge']) expect(asked[part]).toMatch(/^[\w-]{43,64}$/)
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await scanAll(table)).toBe(before)
    const back = await comeBack(issuer.signIn(address), note)
    expect([back.status, placeOf(back)]).toEqual([303, '/planning?lieu=09410A'])
    expect(back.headers.getSetCookie().join()).toMatch(/__Host-restante-session=[^;]+; Max-Age=43200;/)
  })

  it('identifies people: name and address, from the token or user info, and their second factor', async () => {
    const inToken = await signIn({ claims: { sub: 'zoe', email: 'Zoe@Poste.example', name: 'Zoé Lambert' } })
    expect(await meOf(inToken)).toMatchObject({
      email: 'zoe@poste.example',
      name: 'Zoé Lambert',
      secondFactor: true,
    })
    const profile = { given_name: 'Léo', usual_name: 'Petit', email: 'leo@poste.example' }
    const asked = await signIn({ claims: { sub: 'leo' }, profile })
    expect(await meOf(asked)).toMatchObject({ email: 'leo@poste.example', name: 'Léo Petit' })
    expect(await meOf(await signIn({ claims: { sub: 'nobody' } }))).not.toHaveProperty('name')
  })

  it.each<[string, Visit]>([
    ['that is not signed (alg none)', { header: { alg: 'none' }, sign: () => '' }],
    ['signed by HS256 with the public key', { header: { alg: 'HS256' }, sign: byHmacOfThePublicKey }],
    ['of another issuer', { claims: { iss: 'https://issuer.example' } }],
    ['for somebody else (aud)', { claims: { aud: 'another-service' } }],
    ['with another nonce', { claims: { nonce: 'n'.repeat(64) } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }],
    ['of an unknown key (kid)', { header: { kid: 'unknown' } }],
    ['signed by another key', { sign: byAnotherKey }],
    ['without a signature', { sign: () => '' }],
    ['about nobody (sub)', { claims: { sub: undefined } }],
  ])('refuses a token %s, says so on a page, and signs nobody in (42)', async (_, visit) => {
    const answer = await signIn({ ...visit, claims: { sub: 'never', ...visit.claims } })
    expect([answer.status, placeOf(answer)]).toEqual([
      303,
      '/connexion?refus=staff-sign-in-refused&next=%2Fplanning%3Flieu%3D09410A',
    ])
    expect(cookieOf(answer, 'session')).toBe('')
  })

  it('refuses a return without state, with another, in another browser, too late, or repeated (42)', async () => {
    const { address, note } = await leave()
    const query = issuer.signIn(address)
    const without = new URLSearchParams({ code: query.get('code') ?? '' })
    const forged = new URLSearchParams({ ...Object.fromEntries(query), state: 'f'.repeat(64) })
    const elsewhere = (await leave()).note
    const [, at = ''] = note.split('.')
    const prolonged = note.replace(at, String(Number(at) + 60_000))
    const before = await scanAll(table)
    const refused = [
      await comeBack(without, note),
      await comeBack(forged, note),
      await comeBack(query, ''),
      await comeBack(query, elsewhere),
      await comeBack(query, prolonged),
      await comeBack(query, '__Host-restante-issuer=%%%'),
    ]
    api.clock.now = addMinutes(NOW, 10)
    refused.push(await comeBack(query, note))
    api.clock.now = NOW
    expect(new Set(refused.map((each) => placeOf(each).split('&')[0]))).toEqual(
      new Set(['/connexion?refus=staff-sign-in-expired']),
    )
    expect(await scanAll(table)).toBe(before)
    const all = await Promise.all(Array.from({ length: 5 }, () => comeBack(query, note)))
    expect(all.filter((each) => cookieOf(each, 'session') !== '')).toHaveLength(1)
    expect(placeOf(await comeBack(query, note))).toContain('refus=staff-sign-in-expired')
  })

  it('refuses an invented code, and a sign-in that was given up there', async () => {
    const { address, note } = await leave()
    const state = new URL(address).searchParams.get('state') ?? ''
    const never = await comeBack(new URLSearchParams({ code: 'never-given', state }), note)
    const second = await leave()
    const cancelled = new URLSearchParams({
      error: 'access_denied',
      state: new URL(second.address).searchParams.get('state') ?? '',
    })
    for (const answer of [never, await comeBack(cancelled, second.note)])
      expect(placeOf(answer)).toContain('refus=staff-sign-in-refused')
  })

  it.each(['errors', 'silence'] as const)(
    'says that the issuer does not answer when there is only %s, and recovers with it',
    async (how) => {
      const anew = apiAt(issuer)
      const { address, note } = await leave(anew)
      const query = issuer.signIn(address, { claims: { sub: 'patient' } })
      issuer.goWrong(how)
      const atNew = await leave(apiAt(issuer))
      const back = await comeBack(query, note, anew)
      issuer.goWrong('none')
      for (const answer of [atNew.answer, back]) {
        expect([answer.status, placeOf(answer).split('&')[0]]).toEqual([
          303,
          '/connexion?refus=issuer-unavailable',
        ])
        expect(cookieOf(answer, 'session')).toBe('')
      }
      expect(cookieOf(await signIn({ claims: { sub: 'patient' } }, { on: anew }), 'session')).not.toBe('')
    },
  )

  it('identifies people by issuer and subject alone: the same address is somebody else, here and elsewhere (42)', async () => {
    const email = 'manager@poste.example'
    const publicAccount = await api.signIn(email)
    const first = await signIn({ claims: { sub: 'manager', email } })
    const again = await signIn({ claims: { sub: 'manager', email: 'married@poste.example' } })
    const another = await signIn({ claims: { sub: 'other-manager', email } })
    const elsewhere = await signIn({ claims: { sub: 'manager', email } }, { at: other, on: apiAt(other) })
    const holders = [first, another, elsewhere].map(holderOf)
    expect(new Set([...holders, /=(\w+)\./.exec(publicAccount)?.[1]]).size).toBe(4)
    expect(holderOf(again)).toBe(holderOf(first))
  })

  it('gives no right without a second factor, proved by `amr` or by a requested `acr` (42)', async () => {
    const acr = 'eidas2'
    const strict = apiAt(issuer, { acrValues: `${acr} eidas3` })
    const visit = (claims: Visit['claims'] = {}) => ({ claims: { sub: 'closer', ...claims } })
    const mayClose = async (answer: Answer) => {
      const cookie = cookieOf(answer, 'session')
      return (await api.call('GET', `/sites/${SITE}/requests`, { cookie })).status
    }
    const strong = await signIn(visit())
    await api.deps.grants.give(holderOf(strong), { role: 'manager', scope: atSite(SITE) })
    const weak = [
      await signIn(visit({ amr: ['pwd'] })),
      await signIn(visit({ amr: undefined })),
      await signIn(visit({ amr: 'mfa' })),
      await signIn(visit({ amr: ['pwd'], acr })),
      await signIn(visit({ amr: ['pwd'], acr: '' })),
      await signIn(visit({ amr: ['pwd'], acr: 'eidas1' }), { on: strict }),
    ]
    expect(await Promise.all(weak.map(mayClose))).toEqual(weak.map(() => 404))
    expect(new URL((await leave(strict)).address).searchParams.get('acr_values')).toBe('eidas2 eidas3')
    const byAcr = await signIn(visit({ amr: ['pwd'], acr }), { on: strict })
    expect(await Promise.all([strong, byAcr].map(mayClose))).toEqual([200, 200])
  })

  it('gives a new session each time, and closes the browser’s earlier one (40)', async () => {
    const before = await api.signIn('before@example.org')
    const { address, note } = await leave()
    const answer = await comeBack(issuer.signIn(address), `${note}; ${before}`)
    expect(cookieOf(answer, 'session')).not.toBe(before)
    expect((await api.call('GET', '/me', { cookie: before })).status).toBe(401)
    expect(cookieOf(await signIn(), 'session')).not.toBe(cookieOf(answer, 'session'))
  })

  it('ends after an hour unused, and after twelve hours at most', async () => {
    const [used, forgotten] = [cookieOf(await signIn(), 'session'), cookieOf(await signIn(), 'session')]
    const status = async (cookie: string) => (await api.call('GET', '/me', { cookie })).status
    const seen = []
    for (let minutes = 50; minutes < 13 * 60; minutes += 50) {
      api.clock.now = addMinutes(NOW, minutes)
      seen.push(await status(used))
      if (minutes === 100) seen.push(await status(forgotten))
    }
    api.clock.now = NOW
    expect(seen).toEqual([200, 200, 401, ...Array.from({ length: 12 }, () => 200), 401])
  })

  it('is refused to a disabled person', async () => {
    const answer = await signIn({ claims: { sub: 'dismissed' } })
    await accountStore(table).disable(holderOf(answer), NOW)
    expect((await api.call('GET', '/me', { cookie: cookieOf(answer, 'session') })).status).toBe(401)
    expect(placeOf(await signIn({ claims: { sub: 'dismissed' } }))).toContain('refus=staff-sign-in-refused')
  })

  it.each(['//evil.example', 'javascript:alert(1)', 'https://evil.example/', '/\\evil.example', ''])(
    'goes to paths of ours only, not to %o (52)',
    async (next) => {
      const { address, note } = await leave(api, next)
      expect(placeOf(await comeBack(issuer.signIn(address), note))).toBe('/aujourd-hui')
    },
  )

  it('does not exist without an issuer', async () => {
    const without = anApi(table)
    expect((await without.call('GET', '/auth/ways')).body).toEqual({})
    expect((await api.call('GET', '/auth/ways')).body).toEqual({ issuer: 'ProConnect' })
    for (const path of ['/auth/oidc', '/auth/oidc/callback?code=a&state=b']) {
      const answer = await without.call('GET', path)
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    }
  })
})
