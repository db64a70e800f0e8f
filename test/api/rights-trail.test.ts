import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import type { InvitationId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite, type Scope, type StaffRole } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi } from '../support/api.ts'
import { add, anAssociation, aPerson, invite, type Somebody, take } from '../support/associations.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable, withLedger } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const HERE = 'site:09410A'
const NETWORK: Scope = { kind: 'network' }

type Shown = {
  readonly by?: string
  readonly effect: string
  readonly holder?: string
  readonly role?: string
}

describe.each(engines)('the trail of rights on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let table: Table
  const withGrant = async (role: StaffRole, scope: Scope, name: string) => {
    const somebody = await aPerson(api, name)
    await api.deps.grants.give(somebody.id, { role, scope })
    return somebody
  }
  const ask = (method: string, path: string, { cookie }: Somebody, body?: unknown) =>
    api.call(method, path, { cookie, ...(body !== undefined && { body }), headers: aKey() })
  const read = (who: Somebody, scope = HERE) => ask('GET', `/audit/${scope}`, who)
  /** What a trail tells of one thing, soonest first. */
  const told = async (who: Somebody, scope = HERE): Promise<unknown[]> =>
    ((await read(who, scope)).body.acts as Shown[])
      .toReversed()
      .map(({ by, effect, holder, role }) => [by, effect, holder, role])
  /** The clock moves on, so that acts follow each other. */
  const next = () => {
    api.clock.now = addMinutes(api.clock.now, 1)
  }
  const inviteTo = async (by: Somebody, role: string, scope = HERE) => {
    next()
    const { body } = await ask('POST', '/invitations', by, { email: 'guest@example.org', role, scope })
    return body.id as string
  }
  const aNewSite = async () => {
    const id = `0${String(sites++)}A` as SiteId
    await seed(table, aSite({ id, departement: '51' }), [])
    return id
  }
  let sites = 9500

  beforeAll(async () => {
    table = await withLedger(await freshTable(engine))
    await seed(table, aSite(), [])
    api = anApi(table)
  })

  it('says who invited, who accepted and who withdrew, in which role, once each', async () => {
    const manager = await withGrant('manager', atSite('09410A' as SiteId), 'Dominique')
    const agent = await aPerson(api, 'Sacha')
    const id = await inviteTo(manager, 'agent')
    next()
    for (let times = 0; times < 2; times++) expect((await take(api, agent, id)).status).toBe(200)
    next()
    for (let times = 0; times < 2; times++)
      expect((await ask('DELETE', `/rights/${HERE}/agent/${agent.id}`, manager)).status).toBe(204)
    const kept = await inviteTo(manager, 'mediator')
    next()
    expect((await ask('DELETE', `/invitations/${kept}`, manager)).status).toBe(204)
    next()
    expect((await ask('DELETE', `/rights/${HERE}/manager/${manager.id}`, manager)).status).toBe(204)
    const network = await withGrant('network', NETWORK, 'Nour')
    expect(await told(network)).toEqual([
      ['Dominique', 'invited', undefined, 'agent'],
      ['Sacha', 'joined', 'Sacha', 'agent'],
      ['Dominique', 'revoked', 'Sacha', 'agent'],
      ['Dominique', 'invited', undefined, 'mediator'],
      ['Dominique', 'uninvited', undefined, 'mediator'],
      ['Dominique', 'resigned', 'Dominique', 'manager'],
    ])
    const [last, , , , , first] = (await read(network)).body.acts
    expect([first.about, first.as, first.action]).toEqual([
      id,
      { role: 'manager', scope: HERE },
      'give-rights',
    ])
    expect(last.about).toBe(manager.id)
  })

  it('says one acceptance of ten at once', async () => {
    const site = await aNewSite()
    const manager = await withGrant('manager', atSite(site), 'Dominique')
    const id = await inviteTo(manager, 'agent', `site:${site}`)
    const invitees = await Promise.all(Array.from({ length: 10 }, () => aPerson(api, 'Sacha')))
    await Promise.all(invitees.map((each) => take(api, each, id)))
    expect(await told(manager, `site:${site}`)).toEqual([
      ['Dominique', 'invited', undefined, 'agent'],
      ['Sacha', 'joined', 'Sacha', 'agent'],
    ])
  })

  it('says each of two rights that somebody loses at the same time', async () => {
    const site = await aNewSite()
    const manager = await withGrant('manager', atSite(site), 'Dominique')
    const leaver = await withGrant('agent', atSite(site), 'Sacha')
    await api.deps.grants.give(leaver.id, { role: 'mediator', scope: atSite(site) })
    const lose = (role: string) => ask('DELETE', `/rights/site:${site}/${role}/${leaver.id}`, manager)
    await Promise.all([lose('agent'), lose('mediator'), lose('agent')])
    expect(await told(manager, `site:${site}`)).toEqual([
      ['Dominique', 'revoked', 'Sacha', 'agent'],
      ['Dominique', 'revoked', 'Sacha', 'mediator'],
    ])
  })

  it('says nothing of a refused withdrawal or invitation', async () => {
    const site = await aNewSite()
    const scope = `site:${site}`
    const manager = await withGrant('manager', atSite(site), 'Dominique')
    const stranger = await withGrant('manager', atSite(await aNewSite()), 'Alix')
    expect(await inviteTo(stranger, 'agent', scope)).toBeUndefined()
    expect((await ask('DELETE', `/rights/${scope}/manager/${manager.id}`, stranger)).status).toBe(404)
    expect((await ask('DELETE', `/rights/${scope}/agent/${stranger.id}`, manager)).status).toBe(204)
    const id = await inviteTo(manager, 'agent', scope)
    const secret = '0'.repeat(40)
    expect((await ask('PUT', `/invitations/${id}/acceptance`, stranger, { secret })).status).toBe(404)
    expect(await told(manager, scope)).toEqual([['Dominique', 'invited', undefined, 'agent']])
  })

  it('of the network and of a département is for people who give rights there', async () => {
    const network = await withGrant('network', NETWORK, 'Nour')
    const ofMarne = await withGrant('network', { kind: 'departement', departement: '51' }, 'Maud')
    await inviteTo(network, 'network', 'network')
    await inviteTo(ofMarne, 'manager', 'departement:51')
    expect(await told(network, 'network')).toEqual([['Nour', 'invited', undefined, 'network']])
    expect(await told(network, 'departement:51')).toEqual([['Maud', 'invited', undefined, 'manager']])
    expect(await told(ofMarne, 'departement:51')).toHaveLength(1)
    const manager = await withGrant('manager', NETWORK, 'Dominique')
    const weak = { ...network, cookie: await api.signIn(network.email, 'Nour', false) }
    for (const who of [ofMarne, manager, weak])
      expect((await read(who, 'network')).body.code).toBe('not-found')
    expect((await read(ofMarne, 'departement:02')).body.code).toBe('not-found')
    expect((await read(network, 'site:99999A')).body.code).toBe('not-found')
    expect((await read(network, 'everything')).body.code).toBe('not-found')
    const [auditEntry] = (await read(network, 'departement:51')).body.acts
    expect(auditEntry.as).toEqual({ role: 'network', scope: 'departement:51' })
  })

  it('of an association says who founded, joined, led, left, withdrew and renamed, to its leads', async () => {
    api.clock.now = addMinutes(api.clock.now, 60)
    const { id, lead, member } = await anAssociation(api)
    const scope = `association:${id}`
    const promote = (role: string) => {
      next()
      return ask('PUT', `/associations/${id}/members/${member.id}`, lead, { role })
    }
    for (const role of ['lead', 'lead', 'member']) expect((await promote(role)).status).toBe(200)
    next()
    for (const name of ['Lire ensemble', 'Lire ensemble'])
      await ask('PATCH', `/associations/${id}`, lead, { name })
    next()
    expect((await ask('DELETE', `/associations/${id}/members/${member.id}`, lead)).status).toBe(200)
    next()
    const guest = await aPerson(api, 'Nadia')
    await take(api, guest, (await invite(api, lead, id, guest.email)).body.id)
    next()
    expect((await ask('DELETE', `/me/associations/${id}`, guest)).status).toBe(204)
    expect((await ask('DELETE', `/me/associations/${id}`, lead)).body.code).toBe('last-lead')
    const acts = await told(lead, scope)
    expect(acts.slice(0, 3)).toEqual(
      expect.arrayContaining([
        ['Anne', 'founded', 'Lire ensemble', 'lead'],
        ['Anne', 'invited', undefined, 'member'],
        ['Bruno', 'joined', 'Bruno', 'member'],
      ]),
    )
    expect(acts.slice(3, 7)).toEqual([
      ['Anne', 'appointed', 'Bruno', 'lead'],
      ['Anne', 'appointed', 'Bruno', 'member'],
      ['Anne', 'renamed', 'Lire ensemble', undefined],
      ['Anne', 'revoked', 'Bruno', 'member'],
    ])
    expect(acts.at(-1)).toEqual(['Nadia', 'resigned', 'Nadia', 'member'])
    const network = await withGrant('network', NETWORK, 'Nour')
    const other = await anAssociation(api)
    for (const who of [member, guest, network, other.lead])
      expect((await read(who, scope)).body.code).toBe('not-found')
  })

  it('of a site says which association accepted its conditions, and by whom', async () => {
    const site = await aNewSite()
    const manager = await withGrant('manager', atSite(site), 'Dominique')
    const { id, lead } = await anAssociation(api)
    await ask('PUT', `/sites/${site}/conditions`, manager, {
      rules: 'Fermez la porte.',
      needsInsurance: false,
    })
    const accepted = await ask('PUT', `/sites/${site}/acceptance`, lead, { version: 1, as: id })
    expect([accepted.status, accepted.body.code]).toEqual([200, undefined])
    expect((await ask('PUT', `/sites/${site}/acceptance`, lead, { version: 1, as: id })).body).toEqual(
      accepted.body,
    )
    expect((await ask('PUT', `/sites/${site}/acceptance`, lead, { version: 1 })).status).toBe(200)
    expect(await told(manager, `site:${site}`)).toEqual([
      ['Anne', 'accepted', 'Les Amis du livre', undefined],
    ])
    const [auditEntry] = (await read(manager, `site:${site}`)).body.acts
    expect(auditEntry.as).toEqual({ role: 'lead', scope: `association:${id}` })
  })

  it('forgets erased people: their rights end, and it no longer says whose they were', async () => {
    const site = await aNewSite()
    const manager = await withGrant('manager', atSite(site), 'Dominique')
    const agent = await aPerson(api, 'Sacha')
    await take(api, agent, await inviteTo(manager, 'agent', `site:${site}`))
    const founded = await add(api, agent)
    const rules = { rules: 'Fermez la porte.', needsInsurance: false }
    await ask('PUT', `/sites/${site}/conditions`, manager, rules)
    next()
    const accepted = await ask('PUT', `/sites/${site}/acceptance`, agent, { version: 1, as: founded.body.id })
    expect(accepted.status).toBe(200)
    next()
    for (const each of [agent.id, founded.body.id]) await forgetHolder(each, () => false, api.deps)
    expect(await told(manager, `site:${site}`)).toEqual([
      ['Dominique', 'invited', undefined, 'agent'],
      [undefined, 'joined', undefined, 'agent'],
      [undefined, 'accepted', undefined, undefined],
      [undefined, 'revoked', undefined, 'agent'],
    ])
    const left = (await scanAll(table)).split('\n').filter((item) => item.includes('AUDIT#'))
    expect(left.join()).not.toContain(founded.body.id)
    // The author of an act for others stays, as a number that leads to nobody.
    expect(left.filter((item) => item.includes(agent.id))).toEqual([expect.stringContaining('"accepted"')])
  })

  it('keeps ids only: no name, no address', async () => {
    const acts = (await scanAll(table)).split('\n').filter((item) => item.includes('AUDIT#'))
    expect(acts.length).toBeGreaterThan(20)
    expect(acts.join()).not.toMatch(/Dominique|Sacha|Anne|@|Lire/)
  })

  it('is written in the transaction of the change, which fails without it', async () => {
    const manager = await withGrant('manager', atSite('09410A' as SiteId), 'Dominique')
    const id = await inviteTo(manager, 'agent')
    const invitation = await api.deps.invitations.findInvitation(id as InvitationId)
    const agent = await aPerson(api, 'Sacha')
    if (!invitation) throw new Error('no invitation')
    const untold = {
      at: NOW,
      effect: 'joined',
      about: '',
      scope: atSite('' as SiteId),
      holder: '' as never,
    } as never
    await expect(api.deps.invitations.take({ ...invitation, takenBy: agent.id }, untold)).rejects.toThrow()
    expect(await api.deps.grants.listGrants(agent.id)).toEqual([])
  })
})
