import { beforeEach, describe, expect, it } from 'vitest'
import { type WriteDeps, writePages } from '../../functions/jobs/write-pages/write-pages.ts'
import { listSite } from '../../functions/use-cases/list-site.ts'
import { directoryEntryOf } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes, instantOf } from '../../shared/domain/instant.ts'
import type { Space } from '../../shared/domain/space.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { pageStore } from '../../shared/store/page-store.ts'
import { quietly } from '../proof/house.ts'
import { AFTERNOONS, aSite, date, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'

const SITE = aSite().id
const PAGE = `lieu/${SITE}.html`
const MINUTES = { getRemainingTimeInMillis: () => 300_000 }
const ORIGIN = 'https://restante.example'

describe.each(engines)('the writing of pages on $name', (engine) => {
  let stage: ClosureStage
  let now: typeof NOW
  let files: Map<string, string>
  let failing: string | undefined
  let whileWriting: () => Promise<void>
  beforeEach(async () => {
    stage = await aClosureStage(engine, { here: [lentFloor('bureau', 2)] })
    now = NOW
    files = new Map()
    failing = undefined
    whileWriting = async () => {}
  })
  const pages = () => pageStore(stage.table)
  const run = (build = 'one', deps: Partial<WriteDeps> = {}) =>
    writePages({
      ...stage.api.deps,
      now: () => now,
      pages: pages(),
      files: {
        write: async (path, content) => {
          await whileWriting()
          if (path === failing) throw new Error('the bucket is away')
          files.set(path, content)
        },
      },
      sitePages: {
        build,
        foundByAll: ['/', '/lieux'],
        htmlOf: (site, language) => JSON.stringify({ language, ...site }),
      },
      origin: ORIGIN,
      ...deps,
    })({}, MINUTES)
  const rename = (name: string, id = SITE) =>
    networkStore(stage.table)
      .writeItems({ sites: [aSite({ id, name })], hours: new Map() }, () => {})
      .then(() => networkStore(stage.table).pagesDue([id]))
  const said = () => JSON.parse(files.get(PAGE) ?? '{}')

  it('writes all sites in both languages at first, with maps of them, and nothing when nothing changes', async () => {
    expect(await run()).toEqual({ sites: 3, files: 6, failed: 0, left: 0 })
    expect(said()).toMatchObject({
      language: 'fr',
      name: 'Montmirail',
      listed: true,
      spaces: [{ name: 'bureau' }],
    })
    expect(JSON.parse(files.get(`en/${PAGE}`) ?? '{}')).toMatchObject({ language: 'en', name: 'Montmirail' })
    expect(files.get('sitemaps/51.xml')).toContain(
      `<loc>${ORIGIN}/en/lieu/${SITE}</loc><lastmod>2026-11-21</lastmod>`,
    )
    expect(files.get('sitemap.xml')).toContain(`<loc>${ORIGIN}/sitemaps/51.xml</loc>`)
    expect(files.get('sitemaps/pages.xml')).toContain(`<loc>${ORIGIN}/en/lieux</loc>`)
    expect(files.get('robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
    files.clear()
    expect(await run()).toEqual({ sites: 0, files: 0, failed: 0, left: 0 })
    expect([...files.keys()]).toEqual([])
  })

  it('writes a site again when it has changed, and the date of it, and no other site', async () => {
    await run()
    files.clear()
    now = addMinutes(now, 2 * 24 * 60)
    await rename('Montmirail-Centre')
    await rename('Orbais', NEAR.id)
    expect(await run()).toMatchObject({ files: 4 })
    expect(said().name).toBe('Montmirail-Centre')
    expect(files.get('sitemaps/51.xml')).toContain(`/lieu/${SITE}</loc><lastmod>2026-11-23`)
    await rename('Montmirail-Centre')
    expect(await run()).toEqual({ sites: 1, files: 0, failed: 0, left: 0 })
  })

  it('writes what is lent and what is closed, without a name, and again once the closure is over', async () => {
    await run()
    await stage.api.deps.lending.changeSpaces(
      SITE,
      [{ ...lentFloor('bureau', 2), name: 'Le grand bureau', revision: 1 }],
      new Map(),
    )
    await run()
    expect(said().spaces).toMatchObject([{ name: 'Le grand bureau' }])
    await stage.close({ reason: 'Madame Martin est malade', from: '2026-11-23', to: '2026-11-24' })
    await run()
    expect(said().closures).toEqual([
      { id: expect.any(String), from: '2026-11-23', to: '2026-11-24', start: '00:00', end: '24:00' },
    ])
    expect(files.get(PAGE)).not.toContain('Martin')
    now = addMinutes(NOW, 3 * 24 * 60)
    await run()
    expect(said().closures).toHaveLength(1)
    now = addMinutes(NOW, 4 * 24 * 60)
    await run()
    expect(said().closures).toEqual([])
  })

  it('names the nearest that lend where nothing is lent, and no hours that are not known any longer', async () => {
    await networkStore(stage.table).writeItems(
      { sites: [], hours: new Map([[NEAR.id, { ...AFTERNOONS, knownUntil: date('2026-11-22') }]]) },
      () => {},
    )
    await run()
    const near = () => JSON.parse(files.get(`lieu/${NEAR.id}.html`) ?? '{}')
    expect(near()).toMatchObject({ spaces: [], neighbours: [{ id: SITE, name: 'Montmirail' }] })
    expect(near().week).toHaveLength(7)
    now = addMinutes(NOW, 2 * 24 * 60)
    await run()
    expect(near().week).toBeUndefined()
  })

  it('writes again what failed, and stops no other site for it', async () => {
    failing = PAGE
    await quietly(() => expect(run()).rejects.toThrow('1 pages were not written'))
    expect([...files.keys()]).toContain(`lieu/${NEAR.id}.html`)
    expect(files.has(PAGE)).toBe(false)
    failing = undefined
    expect(await run()).toMatchObject({ sites: 1, files: 2 })
    expect(said().name).toBe('Montmirail')
  })

  it('leaves due what changes while it is written', async () => {
    await run()
    await rename('Montmirail-Nord')
    whileWriting = async () => {
      whileWriting = async () => {}
      await rename('Montmirail-Sud')
    }
    await run()
    expect(said().name).toBe('Montmirail-Nord')
    await run()
    expect(said().name).toBe('Montmirail-Sud')
  })

  it('runs once at a time, also after a run that was killed, whose lease ends by itself', async () => {
    await run()
    await rename('Montmirail-Sud')
    await pages().takeLease(now, addMinutes(now, 5))
    expect(await run()).toMatchObject({ sites: 0 })
    now = addMinutes(now, 5)
    expect(await run()).toMatchObject({ sites: 1, files: 2 })
  })

  it('writes all pages of another build, without telling search engines that they have changed', async () => {
    await run()
    now = addMinutes(now, 2 * 24 * 60)
    expect(await run('two')).toMatchObject({ sites: 3, files: 6 })
    expect(files.get('sitemaps/51.xml')).toContain(`/lieu/${SITE}</loc><lastmod>2026-11-21`)
  })

  it('says no longer that a site is closed once a closure ends at noon', async () => {
    await stage.close({ from: '2026-11-24', end: '12:00', start: '08:00' })
    await run()
    expect(said().closures).toHaveLength(1)
    now = addMinutes(instantOf({ date: date('2026-11-24'), minute: 12 * 60 }, aSite().timeZone), 1)
    await run()
    expect(said().closures).toEqual([])
  })

  it('says of no closure which spaces it closes once none of them is lent', async () => {
    const until = date('2026-11-22')
    const [first, other] = ['bureau', 'salle'].map((id) => lentFloor(id, 2))
    const spaces = [{ ...first, revision: 1 }, other].map((space) => space as Space)
    await stage.api.deps.lending.changeSpaces(SITE, [{ ...spaces[1], revision: 1 } as Space], new Map())
    await stage.close({ from: '2026-11-24', spaces: ['bureau'] })
    await run()
    expect(said().closures).toHaveLength(1)
    const ended = {
      ...spaces[0],
      openings: lentFloor('bureau', 2).openings.map((each) => ({ ...each, until })),
    }
    await stage.api.deps.lending.changeSpaces(SITE, [ended as Space], new Map())
    now = addMinutes(now, 2 * 24 * 60)
    await run()
    expect(said()).toMatchObject({ closures: [], spaces: [{ id: 'salle' }] })
  })

  it('leads on from a site once it lends nothing, each week to the neighbours that lend by then', async () => {
    const neighbours = () => said().neighbours
    const space = { ...lentFloor('bureau', 2), revision: 1 }
    const openings = space.openings.map((each) => ({ ...each, until: date('2026-11-22') }))
    await stage.api.deps.lending.changeSpaces(SITE, [{ ...space, openings }], new Map())
    await run()
    expect(said().spaces).toHaveLength(1)
    now = addMinutes(now, 2 * 24 * 60)
    await run()
    expect([said().spaces, neighbours()]).toEqual([[], []])
    const lending = [{ ...lentFloor('bureau', 2), revision: 1 }]
    await stage.api.deps.lending.changeSpaces(NEAR.id, lending, new Map())
    await listSite({ site: NEAR, spaces: lending }, { ...stage.api.deps, now: () => now })
    await run()
    expect(neighbours()).toEqual([])
    now = addMinutes(now, 7 * 24 * 60)
    await run()
    expect(neighbours()).toMatchObject([{ id: NEAR.id }])
  })

  it('leaves due what leaves the network while a run begins', async () => {
    await run()
    await rename('Orbais', NEAR.id)
    const leave = async () => {
      await stage.api.deps.listing.changeShard('51', (entries) => entries.filter(({ id }) => id !== SITE))
      await networkStore(stage.table).pagesDue([SITE])
    }
    let isFirst = true
    const freshDirectory = async () => {
      const directory = await stage.api.deps.freshDirectory()
      if (isFirst) await leave()
      isFirst = false
      return directory
    }
    await run('one', { freshDirectory })
    await run()
    expect(said().listed).toBe(false)
  })

  it('maps a site that is of another département by now once', async () => {
    await run()
    const { listing } = stage.api.deps
    await listing.changeShard('51', (entries) => entries.filter(({ id }) => id !== SITE))
    await listing.changeShard('02', () => [directoryEntryOf({ ...aSite(), departement: '02' }, [])])
    await networkStore(stage.table).pagesDue([SITE, NEAR.id])
    await run()
    expect(files.get('sitemaps/02.xml')).toContain(`/lieu/${SITE}</loc>`)
    expect(files.get('sitemaps/51.xml')).not.toContain(`/lieu/${SITE}</loc>`)
  })

  it('writes the page of a site that has left again with another build', async () => {
    await run()
    await stage.api.deps.listing.changeShard('51', (entries) => entries.filter(({ id }) => id !== SITE))
    await networkStore(stage.table).pagesDue([SITE])
    await run()
    files.clear()
    await run('two')
    expect(said().listed).toBe(false)
  })

  it('writes all pages when the service gets another address, which they name', async () => {
    await run()
    const origin = 'https://other.example'
    expect(await run('one', { origin })).toMatchObject({ files: 6 })
    expect(files.get('robots.txt')).toContain(origin)
    expect(await run('one', { origin })).toMatchObject({ files: 0 })
  })

  it('keeps the page of a site that has left, says so to search engines, and takes it off the map', async () => {
    await run()
    await stage.api.deps.listing.changeShard('51', (entries) => entries.filter(({ id }) => id !== SITE))
    await networkStore(stage.table).pagesDue([SITE, 'UNKNOWN' as SiteId])
    await run()
    expect(said()).toMatchObject({ name: 'Montmirail', listed: false })
    expect(files.get('sitemaps/51.xml')).not.toContain(SITE)
    expect(await pages().listDue(now)).toEqual([])
  })
})
