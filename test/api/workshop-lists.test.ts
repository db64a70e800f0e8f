import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const near = aSite({ id: '09439A' as SiteId, name: 'Sézanne', position: { lat: 48.723402, lon: 3.721339 } })
const far = aSite({
  id: '06632A' as SiteId,
  name: 'Sens-de-Bretagne',
  departement: '35',
  position: { lat: 48.33, lon: -1.53 },
})

describe.each(engines)('a list of workshops on $name', (engine) => {
  let stage: WorkshopStage
  const list = async (query: string) => (await stage.api.call('GET', `/workshops?${query}`)).body
  const dates = async (query: string) =>
    (await list(query)).workshops.map(
      (each: { date: string; site: { id: string } }) => `${each.date} ${each.site.id}`,
    )

  beforeAll(async () => {
    stage = await aWorkshopStage(engine)
    for (const site of [near, far]) {
      await seed(stage.table, site, [aWorkshopRoom()])
      await stage.api.deps.grants.give(stage.mediator.holder, { role: 'mediator', scope: atSite(site.id) })
    }
    for (const [site, day] of [
      ['09410A', '2026-12-03'],
      ['06632A', '2026-12-02'],
      ['09439A', '2026-12-01'],
      ['09410A', '2026-11-24'],
    ])
      expect((await stage.plan({ site, date: day, seats: 1 })).status).toBe(201)
  })

  it('is in the order of time: of a site, of a département, nearby', async () => {
    expect(await dates('site=09410A')).toEqual(['2026-11-24 09410A', '2026-12-03 09410A'])
    expect(await dates('departement=51')).toEqual([
      '2026-11-24 09410A',
      '2026-12-01 09439A',
      '2026-12-03 09410A',
    ])
    expect(await dates('near=48.8,3.6')).toEqual([
      '2026-11-24 09410A',
      '2026-12-01 09439A',
      '2026-12-03 09410A',
    ])
    expect(await dates('near=48.87,3.54&radius=5')).toEqual(['2026-11-24 09410A', '2026-12-03 09410A'])
    expect(await dates('departement=51&from=2026-12-01')).toEqual(['2026-12-01 09439A', '2026-12-03 09410A'])
    expect(await dates('departement=35')).toEqual(['2026-12-02 06632A'])
    expect(await dates('departement=75')).toEqual([])
  })

  it('tells how far each one is from the place of the search, and nothing where there was none', async () => {
    const away = async (query: string) =>
      (await list(query)).workshops.map((each: { distanceKm?: number }) => each.distanceKm)
    expect(await away('near=48.723402,3.721339')).toEqual([expect.closeTo(21, 0), 0, expect.closeTo(21, 0)])
    expect(await away('departement=51')).toEqual([undefined, undefined, undefined])
  })

  it('shows how many seats are left or how many people wait, and nobody’s name', async () => {
    const [first] = (await list('site=09410A')).workshops
    expect(first).toMatchObject({ title: 'Premiers pas sur internet', seats: 1, seatsLeft: 1, waiting: 0 })
    await stage.signUp(first.id, await stage.somebody('Jeanne'))
    await stage.wait(first.id, await stage.somebody('Louis'))
    const after = await list('site=09410A')
    expect(after.workshops[0]).toMatchObject({ seatsLeft: 0, waiting: 1 })
    expect(JSON.stringify(after)).not.toMatch(/Jeanne|Louis|Sophie|@/)
  })

  it('leaves out started workshops', async () => {
    stage.api.clock.now = instantAt(date('2026-11-24'), time('10:00'), PARIS)
    expect(await dates('site=09410A')).toEqual(['2026-12-03 09410A'])
    stage.api.clock.now = NOW
  })

  it('has pages that follow each other without a gap', async () => {
    for (let day = 1; day <= 23; day++) {
      const answer = await stage.plan({
        site: '06632A',
        date: `2027-02-${String(day).padStart(2, '0')}`,
        seats: 1,
      })
      expect([201, 422]).toContain(answer.status)
    }
    const all: string[] = []
    let query = 'departement=35&from=2027-02-01'
    for (let pages = 0; pages < 3; pages++) {
      const { workshops, next } = await list(query)
      all.push(...workshops.map((each: { date: string }) => each.date))
      if (!next) break
      query = `departement=35&after=${encodeURIComponent(next)}`
    }
    expect(all).toEqual([...new Set(all)].sort())
    expect(all).toHaveLength(20)
  })

  it.each([
    '',
    'departement=999',
    'near=x',
    'after=x&departement=35',
    'departement=35&x=1',
    'from=2026-02-30&site=09410A',
  ])('refuses the query %s', async (query) => {
    expect((await stage.api.call('GET', `/workshops?${query}`)).body.code).toBe('invalid')
  })
})
