import { beforeAll, describe, expect, it } from 'vitest'
import type { InvitationId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite, type Scope } from '../../shared/domain/rights.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const HERE = 'site:09410A'
const THERE = 'site:09439A'
const WEEK_MINUTES = 7 * 24 * 60

describe.each(engines)('a right on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0
  const somebody = (secondFactor = true) =>
    api.signIn(`person-${people++}@example.org`, 'Sophie', secondFactor)
  const withGrant = async (role: 'agent' | 'manager' | 'network', scope: Scope) => {
    const cookie = await somebody()
    await api.deps.grants.give(holderIn(cookie), { role, scope })
    return cookie
  }
  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [])
    await seed(table, aSite({ id: '09439A' as SiteId, name: 'Sézanne' }), [])
    await seed(table, aSite({ id: '09411A' as SiteId, name: 'Point relais', parent: '09410A' as SiteId }), [])
    api = anApi(table)
    manager = await withGrant('manager', atSite('09410A' as SiteId))
  })

  const invite = (body: object, cookie = manager, headers = aKey()) =>
    api.call('POST', '/invitations', {
      body: { email: 'new@example.org', role: 'agent', scope: HERE, ...body },
      headers,
      cookie,
    })
  const secretOf = async (id: string) =>
    (await api.deps.invitations.findInvitation(id as InvitationId))?.secret
  const take = async (id: string, cookie: string, secret?: string) =>
    api.call('PUT', `/invitations/${id}/acceptance`, {
      body: { secret: secret ?? (await secretOf(id)) },
      cookie,
    })
  const list = (cookie: string, scope = HERE) => api.call('GET', `/rights/${scope}`, { cookie })
  const requests = (cookie: string, site = '09410A') => api.call('GET', `/sites/${site}/requests`, { cookie })

  it('is given by an accepted invitation, counts at once, and ends with the next request once withdrawn', async () => {
    const invited = await invite({})
    expect(invited).toMatchObject({
      status: 201,
      body: { role: 'agent', scope: HERE, email: 'new@example.org' },
    })
    const agent = await somebody()
    expect((await requests(agent)).status).toBe(404)
    expect((await list(manager)).body.invitations).toMatchObject([{ id: invited.body.id }])
    for (let times = 0; times < 2; times++)
      expect(await take(invited.body.id, agent)).toMatchObject({
        status: 200,
        body: { role: 'agent', scope: HERE },
      })
    expect((await requests(agent)).status).toBe(200)
    expect((await api.call('GET', '/me', { cookie: agent })).body).toMatchObject({
      secondFactor: true,
      grants: [{ role: 'agent', scope: HERE }],
    })
    const { body } = await list(manager)
    expect(body.invitations).toEqual([])
    expect(body.grants).toContainEqual(
      expect.objectContaining({ role: 'agent', holder: holderIn(agent), mine: false }),
    )
    const withdrawn = () =>
      api.call('DELETE', `/rights/${HERE}/agent/${holderIn(agent)}`, { cookie: manager })
    expect([(await withdrawn()).status, (await withdrawn()).status]).toEqual([204, 204])
    expect((await requests(agent)).status).toBe(404)
    expect((await take(invited.body.id, agent)).body.code).toBe('invitation-over')
    expect((await requests(agent)).status).toBe(404)
  })

  it('goes to one of ten people who accept one invitation at once', async () => {
    const { body } = await invite({})
    const invitees = await Promise.all(Array.from({ length: 10 }, () => somebody()))
    const secret = await secretOf(body.id)
    const answers = await Promise.all(invitees.map((cookie) => take(body.id, cookie, secret)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    const allowed = await Promise.all(invitees.map((cookie) => requests(cookie)))
    expect(allowed.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('changes nothing of an account while it is only offered to its address (41)', async () => {
    const owner = await api.signIn('known@example.org', 'Camille')
    const before = (await api.call('GET', '/me', { cookie: owner })).body
    const { body } = await invite({ email: 'known@example.org' })
    expect((await take(body.id, await somebody())).status).toBe(200)
    expect((await api.call('GET', '/me', { cookie: owner })).body).toEqual(before)
  })

  it('needs a second factor to be accepted and to count', async () => {
    const { body } = await invite({})
    const one = await somebody(false)
    expect((await take(body.id, one)).body.code).toBe('second-factor-missing')
    await api.deps.grants.give(holderIn(one), { role: 'manager', scope: atSite('09410A' as SiteId) })
    expect((await requests(one)).status).toBe(404)
    expect((await list(one)).status).toBe(404)
    expect((await invite({}, one)).status).toBe(404)
  })

  it('is not given without the secret, after seven days, or once the invitation is withdrawn', async () => {
    const [late, withdrawn] = [(await invite({})).body.id, (await invite({})).body.id]
    const one = await somebody()
    expect((await take(late, one, '0'.repeat(40))).body.code).toBe('not-found')
    expect((await take(late, one, 'x')).body.code).toBe('invalid')
    const secret = await secretOf(withdrawn)
    expect((await api.call('DELETE', `/invitations/${withdrawn}`, { cookie: one })).status).toBe(404)
    expect((await api.call('DELETE', `/invitations/${withdrawn}`, { cookie: manager })).status).toBe(204)
    expect((await take(withdrawn, one, secret)).body.code).toBe('not-found')
    api.clock.now = addMinutes(NOW, WEEK_MINUTES)
    expect((await take(late, one)).body.code).toBe('invitation-over')
    api.clock.now = NOW
  })

  it('is given by a manager at the site and its attached points, and nowhere else', async () => {
    expect((await invite({ scope: 'site:09411A' })).status).toBe(201)
    for (const body of [
      { scope: THERE },
      { scope: 'site:99999A' },
      { scope: 'departement:51' },
      { scope: 'network' },
      { scope: 'network', role: 'network' },
      { scope: HERE, role: 'network' },
      { scope: `association:${'0'.repeat(20)}`, role: 'lead' },
    ])
      expect((await invite(body)).body.code, JSON.stringify(body)).toBe('not-found')
    expect((await list(manager, THERE)).body.code).toBe('not-found')
    const agent = await withGrant('agent', atSite('09410A' as SiteId))
    expect((await invite({}, agent)).status).toBe(404)
    expect((await list(agent)).status).toBe(404)
  })

  it('of a département or the network is given by people in charge of it', async () => {
    const departement = await withGrant('network', { kind: 'departement', departement: '51' })
    const network = await withGrant('network', { kind: 'network' })
    expect((await invite({ scope: THERE, role: 'manager' }, departement)).status).toBe(201)
    expect((await invite({ scope: 'departement:51', role: 'manager' }, departement)).status).toBe(201)
    expect((await invite({ scope: 'departement:02' }, departement)).status).toBe(404)
    expect((await invite({ scope: 'network', role: 'network' }, departement)).status).toBe(404)
    expect((await invite({ scope: 'network', role: 'network' }, network)).status).toBe(201)
    expect((await invite({ role: 'lead' }, network)).body.code).toBe('role-unfit')
    for (const role of ['network', 'phone'])
      expect((await invite({ role }, network)).body.code).toBe('role-unfit')
    expect((await invite({ scope: 'departement:51', role: 'phone' }, network)).status).toBe(201)
  })

  it('is offered once for each key, and to a bounded number', async () => {
    const key = aKey()
    const bounded = await withGrant('manager', atSite('09439A' as SiteId))
    const [one, again] = [
      await invite({ scope: THERE }, bounded, key),
      await invite({ scope: THERE }, bounded, key),
    ]
    expect(again.body).toEqual(one.body)
    expect((await invite({ scope: THERE, role: 'mediator' }, bounded, key)).body.code).toBe('key-reused')
    for (let at = (await list(bounded, THERE)).body.invitations.length; at < 50; at++)
      expect((await invite({ scope: THERE, email: `i-${at}@example.org` }, bounded)).status).toBe(201)
    expect((await invite({ scope: THERE }, bounded)).body.code).toBe('too-many-invitations')
  })

  it.each([{ email: 'nobody' }, { role: 'king' }, { scope: 'site:*' }, { scope: '' }, { status: 'taken' }])(
    'is not offered with %o',
    async (body) => {
      expect((await invite(body)).body.code).toBe('invalid')
    },
  )
})
