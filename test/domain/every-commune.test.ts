import { describe, expect, it } from 'vitest'
import { type SitesFound, searchSites } from '../../functions/use-cases/search-sites.ts'
import { readDemoSites } from '../../infra/local/demo/demo-sites.ts'
import { DEMO_SPACES } from '../../infra/local/demo/demo-spaces.ts'
import { directoryEntryOf, directoryOf } from '../../shared/domain/directory.ts'
import { listedSpacesOf } from '../../shared/domain/listed-space.ts'
import { NOW, TUESDAY } from '../support/builders.ts'
import { drawnCommunes, gazetteer, misspelt } from '../support/communes.ts'

const directory = directoryOf(
  readDemoSites().map((site) => {
    const spaces = DEMO_SPACES.flatMap(([id, space]) =>
      id === site.id ? [{ ...space, overlappingSpaces: [] }] : [],
    )
    return directoryEntryOf(site, listedSpacesOf(spaces, site, TUESDAY))
  }),
)

const nobody = async () => {
  throw new Error('a search without a date reads no site')
}

const search = (text: string): Promise<SitesFound> =>
  searchSites(
    { where: { text }, wanted: {}, limit: 5 },
    {
      gazetteer: async () => gazetteer,
      directory: async () => directory,
      positions: async () => new Map(),
      sites: { findSiteWithOccupancies: nobody } as never,
      members: {} as never,
      now: () => NOW,
    },
  )

const share = (each: readonly boolean[]): number => each.filter(Boolean).length / each.length

const isSuggested = (written: string, code: string): boolean =>
  gazetteer.suggest(written, 10).some(({ locality }) => locality.code === code)

describe('of 500 communes drawn from all of France,', () => {
  const drawn = drawnCommunes(500, 1)

  it('each finds lenders with their distance, though few places lend', async () => {
    const found = await Promise.all(drawn.map(({ name }) => search(name)))
    const has = found.map(
      ({ lenders }) => lenders.length > 0 && lenders.every((each) => each.distanceKm !== undefined),
    )
    expect(share(has)).toBe(1)
  })

  it('95 in 100 are suggested by their name, among their namesakes', () => {
    expect(share(drawn.map(({ name, code }) => isSuggested(name, code)))).toBeGreaterThanOrEqual(0.95)
  })

  it('each is suggested by its name with its département', () => {
    expect(share(drawn.map(({ name, code }) => isSuggested(`${name} ${code.slice(0, 2)}`, code)))).toBe(1)
  })
})

describe('of 200 communes that are misspelt by one letter,', () => {
  const drawn = drawnCommunes(200, 7000).map(({ name, code }, at) => ({ code, text: misspelt(name, at) }))

  it('95 in 100 find lenders with their distance', async () => {
    const found = await Promise.all(drawn.map(({ text }) => search(text)))
    const has = found.map(({ around, lenders }) => around !== undefined && lenders.length > 0)
    expect(share(has)).toBeGreaterThanOrEqual(0.95)
  })

  it('95 in 100 are suggested', () => {
    expect(share(drawn.map(({ text, code }) => isSuggested(text, code)))).toBeGreaterThanOrEqual(0.95)
  })
})
