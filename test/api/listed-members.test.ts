import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace, date, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const site = aSite().id
const OTHER = '09439A' as SiteId
const ODILE = { name: 'Odile Vasseur', phone: '03 26 11 22 33' }

describe.each(engines)('the members of a place on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let manager: string
  let table: Table

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    await seed(table, aSite({ id: OTHER }), [aSpace()])
    api = anApi(table)
    manager = await api.signIn('manager@example.org')
    for (const at of [site, OTHER])
      await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
        role: 'manager',
        scope: atSite(at),
      })
  })

  const admit = (body: object, at: string = site) =>
    api.call('PUT', `/sites/${at}/members`, { body, cookie: manager })
  const list = (at: string = site, cookie = manager, query = '') =>
    api.call('GET', `/sites/${at}/members${query}`, { cookie })
  const membersOf = async (at?: string) => (await list(at)).body.members

  it('are listed by name with until when, at their place only, and no more once withdrawn', async () => {
    await api.signIn('zoe@example.org', 'Zoé')
    await admit({ email: 'zoe@example.org', public: 'member', until: '2026-12-31' })
    await admit({ email: 'not-yet-here@example.org', public: 'subscriber' })
    for (let times = 0; times < 2; times++) await admit({ person: ODILE, public: 'subscriber' })
    const listed = await membersOf()
    expect(listed).toMatchObject([
      { public: 'subscriber', email: 'not-yet-here@example.org' },
      { public: 'subscriber', ...ODILE },
      { public: 'member', until: '2026-12-31', name: 'Zoé' },
    ])
    expect(listed[2].email).toBeUndefined()
    expect(await membersOf(OTHER)).toEqual([])
    await admit({ holder: listed[2].holder, public: 'member', until: '2027-12-31' })
    expect((await membersOf())[2]).toMatchObject({ until: '2027-12-31' })
    await admit({ holder: listed[1].holder, public: 'everyone' })
    expect((await membersOf()).map(({ holder }: { holder: string }) => holder)).toEqual([
      listed[0].holder,
      listed[2].holder,
    ])
    expect(await forgetHolder(listed[2].holder, () => false, api.deps)).toBe(true)
    expect(await membersOf()).toMatchObject([{ email: 'not-yet-here@example.org' }])
  })

  it('without an address are known at the counter by their phone', async () => {
    await admit({ person: { name: 'Paul Ney', phone: '03 26 11 22 44' }, public: 'member' }, OTHER)
    const [paul] = await membersOf(OTHER)
    const { body } = await api.call('POST', `/sites/${OTHER}/people/search`, {
      body: { phone: '0326112244' },
      cookie: manager,
    })
    expect(body.people).toEqual([{ holder: paul.holder, name: 'Paul Ney' }])
  })

  it('without an address leave nothing behind once they are forgotten', async () => {
    await admit({ person: { name: 'Luc Petit', phone: '03 26 11 22 66' }, public: 'member' }, OTHER)
    const luc = (await membersOf(OTHER)).find(({ name }: { name: string }) => name === 'Luc Petit')
    expect(await scanAll(table)).toContain(`PERSON-LATEST#`)
    expect(await forgetHolder(luc.holder, () => false, api.deps)).toBe(true)
    expect(await scanAll(table)).not.toContain(luc.holder)
  })

  it('are to be called once they are admitted, prolonged or withdrawn, and not when nothing changes', async () => {
    const person = { name: 'Zoé Mas', phone: '03 26 11 22 55' }
    const calls = async () =>
      (await api.call('GET', `/sites/${OTHER}/calls`, { cookie: manager })).body.calls.filter(
        ({ holderName }: { holderName: string }) => holderName === person.name,
      )
    const change = async (terms: object) => {
      api.clock.now = addMinutes(api.clock.now, 1)
      await admit({ person, ...terms }, OTHER)
      return calls()
    }
    const noted = async () => {
      for (const { id, version } of await calls())
        await api.call('PUT', `/sites/${OTHER}/calls/${id}`, { body: { version }, cookie: manager })
    }
    expect(await change({ public: 'member' })).toMatchObject([{ news: 'admitted', phone: person.phone }])
    await noted()
    expect(await change({ public: 'member' })).toEqual([])
    expect(await change({ public: 'member', until: '2027-01-31' })).toMatchObject([{ news: 'admitted' }])
    expect(await change({ public: 'everyone' })).toMatchObject([{ news: 'withdrawn' }])
    await noted()
    expect(await change({ public: 'everyone' })).toEqual([])
    await admit({ email: 'written@example.org', public: 'member' }, OTHER)
    expect(await membersOf(OTHER)).toContainEqual(expect.objectContaining({ email: 'written@example.org' }))
    const all = await api.call('GET', `/sites/${OTHER}/calls`, { cookie: manager })
    expect(all.body.calls.map(({ news }: { news: string }) => news)).not.toContain('withdrawn')
  })

  it('are listed a hundred at a time, each once', async () => {
    const at = 'BIGA1' as SiteId
    await seed(table, aSite({ id: at }), [aSpace()])
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(at),
    })
    const by = await holderOf(api, 'manager@example.org')
    for (let nth = 0; nth < 101; nth++) {
      const holder = await api.deps.identities.findOrAddHolder(
        `hash-${nth}` as never,
        `many-${nth}@example.org`,
        String(nth).padStart(20, '0') as HolderId,
      )
      const told = {
        by,
        action: 'admit-members',
        at: NOW,
        effect: 'admitted',
        about: holder,
        holder,
      } as const
      const today = { date: date('2026-11-23') }
      await api.deps.admissions.admit({ ...told, scope: atSite(at) }, { public: 'member' }, today)
    }
    const first = (await list(at)).body
    expect([first.members.length, first.next]).toEqual([100, String(99).padStart(20, '0')])
    const second = (await list(at, manager, `?after=${first.next}`)).body
    expect(second).toMatchObject({ members: [{ email: 'many-100@example.org' }] })
    expect(second.next).toBeUndefined()
  })

  it.each([
    [{ person: { name: 'Odile' }, public: 'member' }],
    [{ person: { ...ODILE, phone: 'none' }, public: 'member' }],
    [{ person: { ...ODILE, name: '' }, public: 'member' }],
    [{ person: ODILE, email: 'a@example.org', public: 'member' }],
  ])('are not admitted by %j', async (body) => {
    expect(await admit(body)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })

  it('are shown to nobody but people in charge, whatever is asked', async () => {
    expect((await list(site, await api.signIn('nobody@example.org'))).body.code).toBe('not-found')
    expect((await list('99999Z')).body.code).toBe('not-found')
    expect((await list(site, manager, '?after=x')).body.code).toBe('invalid')
  })
})
