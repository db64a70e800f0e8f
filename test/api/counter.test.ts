import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BookingId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { meterOf } from '../bench/store-meter.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const SITES = ['09410A', '09411A'] as const
const DESKS = aSpace({ capacity: 40 })
const FAIR = aSpace({ id: 'petit' as SpaceId, fairUse: { activeBookings: 1 } })
let phones = 0
/** Nobody else's. */
const aPhone = () =>
  `03 26 00 ${String(Math.floor(phones / 100)).padStart(2, '0')} ${String(phones++ % 100).padStart(2, '0')}`

describe.each(engines)('at the counter on $name,', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let [agent, elsewhere] = ['', '']

  const asAgentOf = async (site: string, email: string) => {
    const cookie = await api.signIn(email)
    const holder = await holderOf(api, email)
    await api.deps.grants.give(holder, { role: 'agent', scope: atSite(site as SiteId) })
    return cookie
  }
  const book = (changes: object, cookie = agent, headers = aKey()) =>
    api.call('POST', '/bookings', { body: aBookingBody({ ...changes }), headers, cookie })
  const find = (q: string, cookie = agent, site: string = SITES[0]) =>
    api.call('POST', `/sites/${site}/bookings/search`, { body: { q }, cookie })
  const known = (phone: string, cookie = agent, site: string = SITES[0]) =>
    api.call('POST', `/sites/${site}/people/search`, { body: { phone }, cookie })
  const namesIn = ({ body }: Awaited<ReturnType<typeof find>>) =>
    body.bookings.map(({ holderName }: { holderName: string }) => holderName)

  beforeAll(async () => {
    table = await freshTable(engine)
    api = anApi(table)
    await seed(table, aSite(), [DESKS, FAIR])
    await seed(table, aSite({ id: SITES[1] as SiteId, name: 'Autre' }), [DESKS])
    agent = await asAgentOf(SITES[0], 'agent@example.org')
    elsewhere = await asAgentOf(SITES[1], 'elsewhere@example.org')
  })
  beforeEach(() => {
    api.clock.now = NOW
  })

  describe('a booking', () => {
    it('is found by name, phone and reference, and shows how to reach its holder', async () => {
      const phone = aPhone()
      const { body } = await book({ for: { name: 'Élodie Vasseur', phone } })
      for (const q of ['vasseur', 'Elodie', phone.replaceAll(' ', ''), body.reference]) {
        const answer = await find(q)
        expect([answer.status, answer.body.isAll]).toEqual([200, true])
        expect(answer.body.bookings).toMatchObject([{ id: body.id, holderName: 'Élodie Vasseur', phone }])
      }
    })

    it('is found when it was made on the web', async () => {
      const cookie = await api.signIn('resident@example.org', 'Ousmane Diallo')
      const { body } = await book({}, cookie)
      expect((await find('Diallo')).body.bookings).toMatchObject([{ id: body.id }])
      await api.call('DELETE', `/bookings/${body.id}`, { cookie })
      expect((await find('Diallo')).body.bookings).toEqual([])
    })

    it('is not found by part of a name, a star or a wildcard (47)', async () => {
      await book({ for: { name: 'Bernadette Quéméner' } })
      for (const q of ['Quém', 'q*', 'quém*', '%25', 'be', 'bern', 'a b']) {
        const answer = await find(q)
        expect([q, answer.status, answer.body.bookings]).toEqual([q, 200, []])
      }
      for (const q of ['', '*', '***', '.*', 'x'.repeat(81), 'Bern\nadette', '\u202Ebern'])
        expect((await find(q)).body.code).toBe('invalid')
      const listed = await api.call('GET', `/sites/${SITES[0]}/bookings/search?q=Bern`, { cookie: agent })
      expect([404, 405]).toContain(listed.status)
    })

    it('is one of ten at most, soonest first', async () => {
      const dates = ['2026-11-26', '2026-11-25', '2026-11-27']
      for (let at = 0; at < 12; at++)
        await book({ for: { name: `Groupe Delaunay ${at}` }, date: dates[at % 3] })
      const { body } = await find('Delaunay')
      expect([body.bookings.length, body.isAll]).toEqual([10, false])
      const found = body.bookings.map(({ date }: { date: string }) => date)
      expect(found).toEqual([...found].sort())
    })

    it('is found for a week after it has passed', async () => {
      const { body } = await book({ for: { name: 'Firmin Lacaze' } })
      await api.call('PUT', `/bookings/${body.id}/attendance`, { body: { attended: true }, cookie: agent })
      api.clock.now = (NOW + 10 * 86_400_000) as typeof NOW
      expect(namesIn(await find('Lacaze'))).toEqual(['Firmin Lacaze'])
      api.clock.now = (NOW + 11 * 86_400_000) as typeof NOW
      expect(namesIn(await find('Lacaze'))).toEqual([])
    })

    it('is searched without reading the others', async () => {
      const date = '2026-12-02'
      const bookFor = async (name: string) => {
        const phone = aPhone()
        return { name, phone, ...(await book({ for: { name, phone }, date })).body }
      }
      let booked = await bookFor('Aymeric Solal')
      // A reference without a digit may be a name too, so that names are read.
      while (!/\d/.test(booked.reference)) booked = await bookFor(`${booked.name}a`)
      for (let at = 0; at < 30; at++) await book({ for: { name: `Voisin ${at}` }, date })
      const metered = meterOf(table.client)
      for (const q of [booked.reference, booked.phone]) {
        const { readUnits } = await metered(async () => expect(namesIn(await find(q))).toEqual([booked.name]))
        expect(readUnits).toBeLessThan(25)
      }
    })

    it('is found only at its site, and only by people who act for others there', async () => {
      await book({ for: { name: 'Yvonne Kerleo' } })
      expect(namesIn(await find('Kerleo', elsewhere, SITES[1]))).toEqual([])
      const resident = await api.signIn('resident2@example.org')
      for (const cookie of [elsewhere, resident]) {
        const answer = await find('Kerleo', cookie)
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
        expect((await known('03 26 81 20 00', cookie)).body.code).toBe('not-found')
      }
      expect(
        (await api.call('POST', `/sites/${SITES[0]}/bookings/search`, { body: { q: 'Kerleo' } })).status,
      ).toBe(401)
    })
  })

  describe('a person without e-mail', () => {
    it('is found by their whole phone, in any notation, at that site only', async () => {
      const phone = aPhone()
      const [jeanne, paul] = [
        await book({ for: { name: 'Jeanne Martin', phone } }),
        await book({ for: { name: 'Paul Martin', phone: phone.replace(/^0/, '+33 ') } }),
      ]
      expect([jeanne.status, paul.status]).toEqual([201, 201])
      const { body } = await known(phone.replaceAll(' ', '.'))
      expect(body.people.map(({ name }: { name: string }) => name).sort()).toEqual([
        'Jeanne Martin',
        'Paul Martin',
      ])
      expect((await known(phone.slice(0, 11))).body.people).toEqual([])
      expect((await known(phone, elsewhere, SITES[1])).body.people).toEqual([])
      expect(JSON.stringify(body)).not.toContain('phone')
    })

    it('stays the same holder when the agent says so: their own day and limits count', async () => {
      const phone = aPhone()
      await book({ for: { name: 'Lucette', phone }, space: 'petit' })
      const [{ holder }] = (await known(phone)).body.people
      expect((await book({ for: { holder } })).body.code).toBe('holder-busy')
      const refused = await book({ for: { holder }, space: 'petit', date: '2026-11-25' })
      expect(refused.body).toMatchObject({ code: 'quota-reached', rule: 'active-bookings', limit: 1 })
      const made = await book({ for: { holder }, date: '2026-11-26' })
      expect([made.status, made.body.holderName]).toEqual([201, 'Lucette'])
      const booking = await api.deps.bookings.findBooking(made.body.id as BookingId)
      expect(booking).toMatchObject({ holder, channel: 'counter' })
      expect((await known(phone)).body.people).toHaveLength(1)
    })

    it('is a new holder when the agent says so, whatever the phone: nobody is merged', async () => {
      const phone = aPhone()
      for (const name of ['Marie', 'Marie']) expect((await book({ for: { name, phone } })).status).toBe(201)
      const holders = (await known(phone)).body.people.map(({ holder }: { holder: string }) => holder)
      expect(new Set(holders).size).toBe(2)
    })

    it('does not exist where they are unknown, and neither does an account holder', async () => {
      const phone = aPhone()
      await book({ for: { name: 'Henri', phone } })
      const [{ holder }] = (await known(phone)).body.people
      await api.signIn('account@example.org', 'Compte')
      const account = await holderOf(api, 'account@example.org')
      const before = await scanAll(table)
      for (const [who, by, site] of [
        [holder, elsewhere, SITES[1]],
        [account, agent, SITES[0]],
        ['z'.repeat(20), agent, SITES[0]],
      ] as const) {
        const answer = await book({ for: { holder: who }, site, date: '2026-11-27' }, by)
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
      }
      expect(await scanAll(table)).toBe(before)
    })

    it('is added once for each key, and the key with another name is refused', async () => {
      const [phone, key] = [aPhone(), aKey()]
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          book({ for: { name: 'Odile', phone }, date: '2026-11-30' }, agent, key),
        ),
      )
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      expect((await known(phone)).body.people).toHaveLength(1)
      const other = await book({ for: { name: 'Odette', phone }, date: '2026-11-30' }, agent, key)
      expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    })

    it.each([
      ['markup for a phone', { name: 'Odile', phone: '<img onerror>' }],
      ['dots for a phone', { name: 'Odile', phone: '......' }],
      ['five digits for a phone', { name: 'Odile', phone: '12 345' }],
      ['two phones', { name: 'Odile', phone: '0326812000 0326812001' }],
      ['letters turned around', { name: '\u202Eelido' }],
      ['nothing that is seen', { name: '\u200D' }],
      ['no letter', { name: '🙂' }],
      ['a name and a holder', { name: 'Odile', holder: 'h'.repeat(20) }],
      ['an e-mail', { name: 'Odile', email: 'odile@example.org' }],
      ['nobody', {}],
    ])('is refused with %s, and nothing changes', async (_, person) => {
      const before = await scanAll(table)
      const answer = await book({ for: person, date: '2026-12-01' })
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
      expect(await scanAll(table)).toBe(before)
    })

    it.each(['<img src=x onerror=alert(1)>', 'O’Brien-Ștefan 😀', 'محمد علي', '李 小龍'])(
      'keeps their name as it is: %s',
      async (name) => {
        const { status, body } = await book({ for: { name }, date: '2026-12-02' })
        expect([status, body.holderName]).toEqual([201, name])
      },
    )

    it('sees a space like everyone, whatever the agent is there', async () => {
      const holder = await holderOf(api, 'agent@example.org')
      const members = aSpace({
        id: 'membres' as SpaceId,
        openings: [anOpening({ publics: ['member'] })],
      })
      await api.deps.sites.lendSpaces(SITES[0] as SiteId, [members])
      const authorship = {
        scope: atSite(SITES[0] as SiteId),
        at: api.clock.now,
        by: 'system',
        action: 'admit-members',
      } as const
      await api.deps.admissions.admit(
        { ...authorship, effect: 'admitted', about: holder, holder },
        { public: 'member' },
        { date: '2026-12-03' as LocalDate },
      )
      expect((await book({ for: { name: 'Passant' }, space: 'membres', date: '2026-12-03' })).body.code).toBe(
        'outside-opening',
      )
    })
  })

  it('bookings take nothing twice, and match the counters', async () => {
    expect((await reconcile(table, SITES[0] as SiteId)).faults).toEqual([])
  })
})
