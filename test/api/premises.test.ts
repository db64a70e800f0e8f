import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite, type StaffRole } from '../../shared/domain/rights.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const site = aSite({ parent: '09439A' as SiteId }).id
const WHOLE = {
  owner: 'Commune de Montpezat-sous-Bauzon',
  operator: 'La coopérative',
  agreement: { name: 'Convention de 2026', until: '2028-12-31' },
}

describe.each(engines)('the premises of a place on $name', (engine) => {
  let table: Awaited<ReturnType<typeof freshTable>>
  let api: ReturnType<typeof anApi>
  const staff = new Map<StaffRole, string>()
  const as = (role: StaffRole) => staff.get(role)

  const read = (cookie?: string) => api.call('GET', `/sites/${site}/premises`, { cookie })
  const describePremises = (body: object, cookie = as('manager')) =>
    api.call('PUT', `/sites/${site}/premises`, { body, cookie })

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite({ parent: '09439A' as SiteId }), [aSpace()])
    await seed(table, aSite({ id: '09439A' as SiteId, name: 'Sézanne' }), [])
    api = anApi(table)
    for (const role of ['manager', 'coordinator', 'owner', 'agent', 'phone'] as const) {
      staff.set(role, await api.signIn(`${role}@example.org`))
      const departement = { kind: 'departement', departement: '51' } as const
      const scope = role === 'coordinator' ? departement : atSite(site)
      await api.deps.grants.give(await holderOf(api, `${role}@example.org`), { role, scope })
    }
  })

  it('are unknown until somebody says whose they are, and then everybody reads it, but no agreement', async () => {
    expect((await read(as('owner'))).body).toEqual({
      version: 0,
      parent: { id: '09439A', name: 'Sézanne' },
      mayDescribe: false,
      asksOwner: false,
      mayAgree: true,
      spaces: [{ id: aSpace().id, name: aSpace().name, revision: 0 }],
    })
    const said = await describePremises({ ...WHOLE, seen: 0 })
    expect([said.status, said.body]).toEqual([200, { version: 1, ...WHOLE }])
    expect((await read(as('agent'))).body).toMatchObject({ ...WHOLE, version: 1, mayDescribe: false })
    const { body } = await api.call('GET', `/sites/${site}`)
    expect([body.owner, body.operator]).toEqual([WHOLE.owner, WHOLE.operator])
    expect(JSON.stringify(body)).not.toContain('Convention de 2026')
  })

  it('are replaced after reading the newest version, with a trail, and once when said twice', async () => {
    const { version } = (await read(as('coordinator'))).body
    const change = { owner: 'La Poste', seen: version }
    api.clock.now = (api.clock.now + 60_000) as Instant
    expect((await describePremises(change, as('coordinator'))).body).toEqual({
      version: version + 1,
      owner: 'La Poste',
    })
    expect((await describePremises(change, as('coordinator'))).body.version).toBe(version + 1)
    const late = await describePremises({ owner: 'La commune', seen: version })
    expect([late.status, late.body.code]).toEqual([409, 'changed'])
    const { body } = await api.call('GET', `/audit/site:${site}`, { cookie: as('manager') })
    const described = body.acts.filter(({ effect }: { effect: string }) => effect === 'described')
    expect(described).toHaveLength(version + 1)
  })

  it('are read and said by nobody else, and bad input changes nothing', async () => {
    const somebody = await api.signIn('somebody@example.org')
    const before = await scanAll(table)
    for (const cookie of [as('phone'), somebody]) expect((await read(cookie)).status).toBe(404)
    for (const cookie of [as('agent'), as('owner'), as('phone'), somebody])
      expect((await describePremises({ owner: 'Moi', seen: 0 }, cookie)).status).toBe(404)
    expect((await read()).status).toBe(401)
    for (const body of [
      {},
      { seen: -1 },
      { seen: 0, owner: '' },
      { seen: 0, owner: 'a'.repeat(121) },
      { seen: 0, owner: 'deux\nlignes' },
      { seen: 0, agreement: { until: '2028-12-31' } },
      { seen: 0, agreement: { name: 'Convention', until: '2028-02-31' } },
      { seen: 0, more: true },
    ])
      expect((await describePremises(body)).status).toBe(422)
    expect(await scanAll(table)).toBe(before)
  })

  it('take one of two descriptions that are sent at the same time', async () => {
    const { version } = (await read(as('manager'))).body
    const answers = await Promise.all([
      describePremises({ owner: 'Une', seen: version }),
      describePremises({ owner: 'Autre', seen: version }, as('coordinator')),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
