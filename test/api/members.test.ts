import { beforeAll, describe, expect, it } from 'vitest'
import { extendSeries } from '../../functions/use-cases/extend-series.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import type { Hash, SiteId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, date, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { waitOn } from '../support/waitlist.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const site = aSite().id
const fixed = (window: string, changes = {}) =>
  anOpening({ basis: 'fixed', window: range(window), onHolidays: true, ...changes })
const space = aSpace({
  openings: [fixed('09:00-12:00'), fixed('07:00-22:00', { publics: ['subscriber'] })],
  limits: { ...aSpace().limits, horizonDays: 10 },
  limitsFor: { member: { horizonDays: 90 }, subscriber: { longestQuarters: 60 } },
})

describe.each(engines)('a member on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0
  const somebody = async () => {
    const email = `member-${people++}@example.org`
    return { email, cookie: await api.signIn(email) }
  }
  const admit = (body: object, cookie: string | undefined = manager, at: string = site) =>
    api.call('PUT', `/sites/${at}/members`, { body, cookie })
  const book = (cookie: string, changes: Record<string, unknown>) =>
    api.call('POST', '/bookings', {
      body: aBookingBody({ start: '09:00', end: '12:00', ...changes }),
      headers: aKey(),
      cookie,
    })
  const openOn = async (cookie?: string, day = '2026-11-24') => {
    const { body } = await api.call('GET', `/sites/${site}/availability?from=${day}&days=1`, { cookie })
    return body.days[0].spaces[0].free.map(
      ({ start, end }: { start: string; end: string }) => `${start}-${end}`,
    )
  }

  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [space])
    await seed(table, aSite({ id: '09439A' as SiteId }), [space])
    api = anApi(table)
    manager = await api.signIn('manager@example.org')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(site),
    })
  })

  it('books further ahead than everyone, from the next request until the membership is withdrawn', async () => {
    const { email, cookie } = await somebody()
    const later = { date: '2026-12-15' }
    expect((await book(cookie, later)).body).toMatchObject({ code: 'beyond-horizon', lastDate: '2026-12-01' })
    expect(await admit({ email, public: 'member' })).toMatchObject({
      status: 200,
      body: { public: 'member' },
    })
    expect((await book(cookie, later)).status).toBe(201)
    expect(await admit({ email, public: 'everyone' })).toMatchObject({
      status: 200,
      body: { public: 'everyone' },
    })
    expect((await book(cookie, { date: '2026-12-16' })).body.code).toBe('beyond-horizon')
  })

  it('sees what they may book when signed in; everyone else sees what everyone may', async () => {
    const { email, cookie } = await somebody()
    await admit({ holder: await holderOf(api, email), public: 'subscriber' })
    expect(await openOn(cookie)).toEqual(['07:00-22:00'])
    expect(await openOn()).toEqual(['09:00-12:00'])
    expect(await openOn((await somebody()).cookie)).toEqual(['09:00-12:00'])
    const of = async (who?: string) =>
      (await api.call('GET', `/sites/${site}`, { cookie: who })).body.spaces[0]
    expect([(await of(cookie)).longestMinutes, (await of()).longestMinutes]).toEqual([900, 720])
    const otherTerms = [
      { public: 'member', longestMinutes: 720, horizonDays: 90, moreHours: false },
      { public: 'subscriber', longestMinutes: 900, horizonDays: 10, moreHours: true },
    ]
    for (const who of [cookie, undefined]) expect((await of(who)).otherTerms).toEqual(otherTerms)
    expect((await book(cookie, { start: '07:00', end: '22:00' })).status).toBe(201)
    expect((await book((await somebody()).cookie, { start: '07:00', end: '10:00' })).body).toMatchObject({
      code: 'outside-opening',
      open: [['09:00', '12:00']],
    })
  })

  it('is one on the dates that the membership covers', async () => {
    const { email, cookie } = await somebody()
    expect((await admit({ email, public: 'subscriber', until: '2026-11-25' })).body).toEqual({
      public: 'subscriber',
      until: '2026-11-25',
    })
    expect(await openOn(cookie, '2026-11-25')).toEqual(['07:00-22:00'])
    expect(await openOn(cookie, '2026-11-26')).toEqual(['09:00-12:00'])
    expect((await book(cookie, { date: '2026-11-25', start: '13:00', end: '15:00' })).status).toBe(201)
    expect((await book(cookie, { date: '2026-11-26', start: '13:00', end: '15:00' })).body.code).toBe(
      'outside-opening',
    )
  })

  it('may be admitted by address before their first sign-in', async () => {
    await admit({ email: 'Soon.Here@example.org', public: 'subscriber' })
    expect(await openOn(await api.signIn('soon.here@example.org'))).toEqual(['07:00-22:00'])
    expect(await openOn(await api.signIn('soonhere@example.org'))).toEqual(['09:00-12:00'])
  })

  it('is offered freed units in member hours, and others are skipped', async () => {
    const [invitee, guest, subscriber] = [await somebody(), await somebody(), await somebody()]
    for (const { email } of [invitee, subscriber]) await admit({ email, public: 'subscriber' })
    const { body } = await book(invitee.cookie, {
      date: '2026-11-30',
      start: '18:00',
      end: '20:00',
      use: 'room',
    })
    for (const [rank, { email }] of [guest, subscriber].entries()) {
      const holder = await holderOf(api, email)
      const wish = {
        date: date('2026-11-30'),
        ...range('18:00-20:00'),
        quarters: 8,
        use: 'room',
        places: 1,
      } as const
      const askedAt = (api.clock.now + rank) as typeof api.clock.now
      const wait = {
        ...wish,
        id: idOf('wait', holder) as WaitlistEntryId,
        holder,
        sites: [site],
        channel: 'web' as const,
      }
      await api.deps.waitlist.addEntry({
        wait: { ...wait, askedAt, ticket: 0, status: 'waiting' },
        requestHash: '-' as Hash,
      })
    }
    expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie: invitee.cookie })).status).toBe(200)
    const mine = async (cookie: string) => (await api.call('GET', '/me/bookings', { cookie })).body.bookings
    expect(await mine(subscriber.cookie)).toMatchObject([{ status: 'offered', start: '18:00' }])
    expect(await mine(guest.cookie)).toEqual([])
  })

  it('may wait for member hours, and others may not', async () => {
    const [member, guest] = [await somebody(), await somebody()]
    await admit({ email: member.email, public: 'member' })
    const far = { date: '2026-12-16', from: '09:00', to: '12:00' }
    expect((await waitOn(api, member.cookie, far)).body).toMatchObject({ status: 'offered' })
    expect((await waitOn(api, guest.cookie, far)).body.code).toBe('beyond-horizon')
    await admit({ email: guest.email, public: 'subscriber' })
    const evening = { date: '2026-11-25', from: '18:00', to: '20:00' }
    expect((await waitOn(api, guest.cookie, evening)).body).toMatchObject({ status: 'offered' })
    expect((await waitOn(api, member.cookie, evening)).body.code).toBe('outside-opening')
  })

  it('continues a series as far as they may book', async () => {
    const { email, cookie } = await somebody()
    const { date: from, ...body } = aBookingBody({ start: '09:00', end: '10:00' })
    const series = { ...body, from, rule: 'FREQ=WEEKLY', mode: 'possible' }
    const { id, dates } = (await api.call('POST', '/series', { body: series, headers: aKey(), cookie })).body
    expect(dates).toHaveLength(2)
    await admit({ email, public: 'member', until: '2026-12-20' })
    await extendSeries(id, api.deps)
    const { body: now } = await api.call('GET', `/series/${id}`, { cookie })
    expect(
      now.dates.map(({ date, status }: { date: string; status: string }) => `${date} ${status}`),
    ).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'].map((day) => `${day} confirmed`))
  })

  it('repeats a series as far as they may book', async () => {
    const { email, cookie } = await somebody()
    const { date: from, ...body } = aBookingBody({ start: '09:00', end: '10:00' })
    const series = { ...body, from, rule: 'FREQ=WEEKLY', mode: 'possible' }
    const repeat = () => api.call('POST', '/series', { body: series, headers: aKey(), cookie })
    expect((await repeat()).body.dates).toHaveLength(2)
    await admit({ email, public: 'member', until: '2026-12-20' })
    expect((await repeat()).body.dates).toHaveLength(4)
  })

  it.each([
    ['somebody without a right', async () => (await somebody()).cookie, site],
    ['a site that is absent', async () => manager, '99999Z'],
    ['a site of others', async () => manager, '09439A'],
  ])('is admitted by people in charge only: %s is not found', async (_, who, at) => {
    const { email, cookie } = await somebody()
    expect((await admit({ email, public: 'subscriber' }, await who(), at)).body.code).toBe('not-found')
    expect(await openOn(cookie, '2026-11-27')).toEqual(['09:00-12:00'])
  })

  it.each([
    [{ public: 'member' }, 422],
    [{ email: 'a@example.org', holder: '0123456789abcdefghjk', public: 'member' }, 422],
    [{ email: 'nobody', public: 'member' }, 422],
    [{ email: 'a@example.org', public: 'owner' }, 422],
    [{ email: 'a@example.org', public: 'member', until: '2026-02-30' }, 422],
    [{ email: 'a@example.org', public: 'member', until: '2026-11-19' }, 422],
    [{ email: 'a@example.org', public: 'member', until: '2026-11-21' }, 200],
    [{ email: 'a@example.org', public: 'everyone', until: '2026-11-19' }, 200],
    [{ holder: '0123456789abcdefghjk', public: 'member' }, 404],
    [{ holder: '0123456789abcdefghjk', public: 'everyone' }, 404],
    [{ email: 'never-seen@example.org', public: 'everyone' }, 200],
  ])('is admitted by %j with the answer %i', async (body, status) => {
    expect((await admit(body)).status).toBe(status)
  })

  it('is not admitted without signing in', async () => {
    expect(
      (
        await api.call('PUT', `/sites/${site}/members`, {
          body: { email: 'a@example.org', public: 'member' },
        })
      ).status,
    ).toBe(401)
  })
})
