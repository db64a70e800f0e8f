import { beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { AFTERNOONS, aSite } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { aSetUp, BY_KEY, fixedOpening } from '../support/lending.ts'
import { seed } from '../support/seed.ts'

const OFFICE = aSite()
const BY_HOST = { kind: 'host', host: { name: 'Madame Petit', phone: '03 53 01 00 21', callHoursBefore: 24 } }
const BY_STAFF = { kind: 'counter-staff' }

describe.each(engines)('the way in on $name', (engine) => {
  let table: Awaited<ReturnType<typeof freshTable>>
  let api: ReturnType<typeof anApi>
  let manager: string

  beforeEach(async () => {
    table = await freshTable(engine)
    await seed(table, OFFICE, [])
    api = anApi(table)
    manager = await api.signIn('manager@example.org')
    const id = idOf('holder', 'manager@example.org') as HolderId
    await api.deps.grants.give(id, { role: 'manager', scope: atSite(OFFICE.id) })
  })

  const path = `/sites/${OFFICE.id}`
  const lend = (changes: object) =>
    api.call('POST', `${path}/spaces`, { body: aSetUp({ ...changes }), headers: aKey(), cookie: manager })
  const lent = async (access: object, openings = [fixedOpening('08:00', '19:00')]): Promise<string> => {
    const { status, body } = await lend({ access, openings })
    expect(status).toBe(201)
    return body.id
  }
  const wayIn = async (space: string, query: string) =>
    (await api.call('GET', `${path}/spaces/${space}/way-in?${query}`)).body
  const booked = async (space: string) => {
    const cookie = await api.signIn('camille@example.org')
    const body = aBookingBody({ space, date: '2026-11-24', start: '09:00', end: '11:00' })
    const { body: booking } = await api.call('POST', '/bookings', { body, headers: aKey(), cookie })
    const read = async () => (await api.call('GET', `/bookings/${booking.id}`, { cookie })).body
    const calendar = async () =>
      String((await api.call('GET', `/bookings/${booking.id}/calendar.ics`, { cookie })).body)
    return { read, calendar }
  }

  it('is refused where an agent should open and the counter is closed, with the days and hours', async () => {
    const openings = [fixedOpening('13:00', '18:00', { weekdays: [2], onHolidays: false })]
    for (const [method, body] of [
      ['spaces', aSetUp({ access: BY_STAFF, openings })],
      ['spaces/preview', aSetUp({ access: BY_STAFF, openings })],
    ] as const) {
      const answer = await api.call('POST', `${path}/${method}`, { body, headers: aKey(), cookie: manager })
      expect([answer.status, answer.body.code, answer.body.hours]).toEqual([
        422,
        'unstaffed',
        [{ day: 2, start: '13:00', end: '14:00' }],
      ])
    }
    expect((await lend({ access: BY_STAFF })).body.code).toBe('unstaffed')
    expect((await api.call('GET', path)).body.spaces).toEqual([])
  })

  it('stays where the hours of the counter change, and everybody concerned is warned', async () => {
    const morning = [fixedOpening('14:00', '18:00', { weekdays: [1, 2], onHolidays: false })]
    const space = await lent(BY_STAFF, morning)
    expect(await wayIn(space, 'date=2026-11-24&start=14:00&end=15:00')).toEqual({})
    const weekly = AFTERNOONS.weekly.map((day, at) => (at === 1 ? [] : day))
    await networkStore(table).writeItems(
      { sites: [], hours: new Map([[OFFICE.id, { ...AFTERNOONS, weekly }]]) },
      () => {},
    )
    expect(await wayIn(space, 'date=2026-11-24&start=14:00&end=15:00')).toEqual({ unstaffed: true })
    const { body } = await api.call('GET', `${path}/lent-spaces`, { cookie: manager })
    expect(body.spaces[0].unstaffed).toEqual([{ day: 2, start: '14:00', end: '18:00' }])
  })

  it('says when a key can be fetched last, before somebody books and after', async () => {
    const space = await lent(BY_KEY)
    const keyPickup = { date: '2026-11-23', ranges: [['08:30', '12:00']] }
    expect(await wayIn(space, 'date=2026-11-24&start=09:00&end=11:00')).toEqual({ keyPickup })
    expect(await wayIn(space, 'date=2026-11-23&start=09:00&end=11:00')).toEqual({})
    const { read, calendar } = await booked(space)
    expect(await read()).toMatchObject({ keyPickup, space: { access: BY_KEY } })
    const event = (await calendar()).replaceAll('\r\n ', '')
    expect(event).toContain('Retirez la clé avant : lundi 23 novembre\\, de 8 h 30 à 12 h.')
    expect(event.match(/TRIGGER;VALUE=DATE-TIME:\w+/g)).toEqual([
      'TRIGGER;VALUE=DATE-TIME:20261123T073000Z',
      'TRIGGER;VALUE=DATE-TIME:20261124T070000Z',
    ])
    expect(event).toMatch(/\r\nGEO:48.871287;3.539091\r\n/)
    expect(event).toMatch(/\r\nURL:https:\/\/restante\.example\/reservation\?id=[0-9a-z]{20}\r\n/)
  })

  it('names who comes to open to people who have booked, and to nobody else', async () => {
    const space = await lent(BY_HOST)
    const { body } = await api.call('GET', path)
    expect(body.spaces[0].access).toEqual({ kind: 'host' })
    expect(JSON.stringify(body)).not.toMatch(/Petit|03 53/)
    const { read, calendar } = await booked(space)
    expect((await read()).space.access).toEqual(BY_HOST)
    expect((await calendar()).replaceAll('\r\n ', '')).toContain('la veille : 03 53 01 00 21.')
  })

  it.each([
    ['a key without its place', { kind: 'key-holder' }, '/access/keeper'],
    [
      'a key on no day',
      { ...BY_KEY, keeper: { ...BY_KEY.keeper, hours: Array(7).fill([]) } },
      '/access/keeper/hours',
    ],
    [
      'a call without a number',
      { kind: 'host', host: { name: 'Léa', callHoursBefore: 24 } },
      '/access/host/phone',
    ],
    ['an unknown kind', { kind: 'magic' }, '/access/kind'],
  ])('is refused as %s', async (_, access, pointer) => {
    const { status, body } = await lend({ access })
    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
  })
})
