import { beforeAll, describe, expect, it } from 'vitest'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { occupancyKey } from '../../shared/store/keys/site-keys.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { changeCounters } from '../../shared/store/occupancy-item.ts'
import { changeItem } from '../../shared/store/single-item.ts'
import { anApi } from '../support/api.ts'
import {
  AFTERNOONS,
  anOpening,
  aSite,
  aSpace,
  date,
  NOW,
  PARIS,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

describe.each(engines)('a site on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    const noumea = aSite({
      id: '98800A' as SiteId,
      name: 'Nouméa',
      commune: 'Nouméa',
      postcode: '98800',
      departement: '988',
      timeZone: 'Pacific/Noumea' as TimeZone,
      position: { lat: -22.27, lon: 166.44 },
    })
    await seed(table, noumea, [aSpace({ uses: ['desk'] })])
    await seed(
      table,
      aSite({
        id: '09439A' as SiteId,
        name: 'Sézanne',
        commune: 'Sézanne',
        postcode: '51120',
        position: { lat: 48.723402, lon: 3.721339 },
      }),
      [],
    )
    api = anApi(table)
  })

  const names = async (query: string) =>
    (await api.call('GET', `/sites?${query}`)).body.sites.map(({ name }: { name: string }) => name)

  it('is found by name, postcode, département and position', async () => {
    expect(await names('q=montmirail')).toEqual(['Montmirail'])
    expect(await names('q=SEZANNE')).toEqual(['Sézanne'])
    expect(await names('q=511')).toEqual(['Sézanne'])
    expect(await names('departement=51')).toEqual(['Montmirail', 'Sézanne'])
    expect(await names('near=48.72,3.72&limit=2')).toEqual(['Sézanne', 'Montmirail'])
    expect(await names('q=nulle-part')).toEqual([])
  })

  it('shows its address, its counter now and what it lends', async () => {
    const { status, body } = await api.call('GET', '/sites/09410A')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'Montmirail',
      phone: '3631',
      today: '2026-11-21',
      uses: ['desk', 'room'],
      counter: {
        openNow: false,
        days: [
          { date: '2026-11-21', ranges: [] },
          { date: '2026-11-22', ranges: [] },
          { date: '2026-11-23', ranges: [['14:00', '18:00']] },
          ...Array(4).fill({ ranges: [['14:00', '18:00']] }),
        ],
      },
      spaces: [
        {
          id: 'bureau',
          capacity: 5,
          shortestMinutes: 60,
          longestMinutes: 720,
          noticeMinutes: 30,
          horizonDays: 60,
        },
      ],
    })
  })

  it('shows that its counter is open while it is', async () => {
    api.clock.now = instantAt(TUESDAY, time('14:00'), PARIS)
    expect((await api.call('GET', '/sites/09410A')).body.counter.openNow).toBe(true)
    api.clock.now = instantAt(TUESDAY, time('18:00'), PARIS)
    expect((await api.call('GET', '/sites/09410A')).body.counter.openNow).toBe(false)
    api.clock.now = NOW
  })

  it('shows which of its hours are unknown, and lends nothing then', async () => {
    const seen = async (counter: CounterHours) => {
      await networkStore(table).writeItems({ sites: [], hours: new Map([[aSite().id, counter]]) }, () => {})
      const site = (await api.call('GET', '/sites/09410A')).body
      const { days } = (await api.call('GET', '/sites/09410A/availability')).body
      return { site, day: days[3] }
    }
    const { site, day } = await seen({ ...AFTERNOONS, knownUntil: date('2026-11-23') })
    expect(site.counter.days.slice(1, 4)).toEqual([
      { date: '2026-11-22', ranges: [] },
      { date: '2026-11-23', ranges: [['14:00', '18:00']] },
      { date: TUESDAY },
    ])
    expect(day).not.toHaveProperty('counter')
    expect(day.spaces).toMatchObject([{ space: 'bureau', open: [], free: [], undecided: true }])
    expect((await seen({ ...AFTERNOONS, knownUntil: date('2026-11-20') })).site.counter).toBeUndefined()
    const today = await seen({ ...AFTERNOONS, exceptions: { '2026-11-21': 'unknown' } })
    expect(today.site.counter.openNow).toBeUndefined()
    await seen(AFTERNOONS)
  })

  it('shows a week from today: counter, lent, free', async () => {
    const { body } = await api.call('GET', '/sites/09410A/availability')
    expect(body.days.map(({ date: day }: { date: string }) => day)).toEqual(
      ['21', '22', '23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`),
    )
    expect(body.days[3]).toEqual({
      date: TUESDAY,
      holiday: false,
      counter: [['14:00', '18:00']],
      spaces: [
        {
          space: 'bureau',
          open: [
            ['08:00', '14:00'],
            ['18:00', '20:00'],
          ],
          free: [
            { start: '08:00', end: '14:00', places: 5 },
            { start: '18:00', end: '20:00', places: 5 },
          ],
          shortestMinutes: 60,
          longestMinutes: 720,
          gridMinutes: 15,
        },
      ],
    })
  })

  it('has its own local date: Sunday in Nouméa while it is Saturday in Paris', async () => {
    api.clock.now = instantAt(date('2026-11-21'), time('20:00'), PARIS)
    const { body } = await api.call('GET', '/sites/98800A/availability?days=2')
    api.clock.now = NOW
    expect(body.days.map(({ date: day }: { date: string }) => day)).toEqual(['2026-11-22', '2026-11-23'])
  })

  it('has a week of its own date again as soon as its zone is corrected', async () => {
    api.clock.now = instantAt(date('2026-11-21'), time('20:00'), PARIS)
    const anywhere = { id: '98700A' as SiteId, departement: '987' }
    const openings = [anOpening({ basis: 'fixed', weekdays: [6, 7], window: range('08:00-20:00') })]
    const there = (zone: string) =>
      seed(table, aSite({ ...anywhere, timeZone: zone as TimeZone }), [aSpace({ openings })])
    const first = async () => (await api.call('GET', '/sites/98700A/availability?days=2')).body.days[0]
    const noon = changeCounters({ deltas: { 48: 5 }, capacity: 5 })
    await changeItem(table, occupancyKey(anywhere.id, date('2026-11-21'), aSpace().id), noon)
    await there('Pacific/Wallis')
    expect((await first()).date).toBe('2026-11-22')
    await there('Pacific/Tahiti')
    const { date: day, spaces } = await first()
    api.clock.now = NOW
    const free = spaces[0].free.map(({ start, end }: { start: string; end: string }) => [start, end])
    expect([day, free]).toEqual([
      '2026-11-21',
      [
        ['09:30', '12:00'],
        ['12:15', '20:00'],
      ],
    ])
  })
})
