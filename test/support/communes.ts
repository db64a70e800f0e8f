import { officialLocalities } from '../../functions/api/official-localities.ts'
import { type SitesFound, searchSites } from '../../functions/use-cases/search-sites.ts'
import { readDemoSites } from '../../infra/local/demo/demo-sites.ts'
import { DEMO_SPACES } from '../../infra/local/demo/demo-spaces.ts'
import { type Directory, type DirectoryEntry, directoryEntryOf } from '../../shared/domain/directory.ts'
import { gazetteerOf } from '../../shared/domain/gazetteer.ts'
import { listedSpacesOf } from '../../shared/domain/listed-space.ts'
import { localityOfLine, type OfficialLocality } from '../../shared/domain/locality.ts'
import type { LocalityPositions } from '../../shared/domain/locality-position.ts'
import { scattered } from '../bench/synthetic-network.ts'
import { NOW, TUESDAY } from './builders.ts'

const text = officialLocalities()

export const gazetteer = gazetteerOf(text)

const communes: readonly OfficialLocality[] = text
  .split('\n')
  .map(localityOfLine)
  .filter(({ code, mergedInto }) => code.length === 5 && !mergedInto)

/** Always the same communes for a seed. */
export const drawnCommunes = (count: number, seed: number): OfficialLocality[] =>
  Array.from({ length: count }, (_, at) => communes[scattered(seed + at) % communes.length]).flatMap(
    (each) => each ?? [],
  )

const LETTERS = 'abcdefghijlmnoprstuv'

/** One letter wrong, missing, doubled or swapped with the next, the first one as well. */
export const misspelt = (name: string, seed: number): string => {
  const letters = [...name].flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []))
  const at = letters[scattered(seed) % letters.length] ?? 0
  const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)]
  const wrong = LETTERS[scattered(seed + 1) % LETTERS.length] ?? 'x'
  const forms = [
    `${before}${wrong}${after}`,
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`,
  ]
  return forms[scattered(seed + 2) % forms.length] ?? name
}

/** The sites of the demo with what they lend. */
export const demoEntries = (): DirectoryEntry[] =>
  readDemoSites().map((site) => {
    const spaces = DEMO_SPACES.flatMap(([id, space]) =>
      id === site.id ? [{ ...space, overlappingSpaces: [] }] : [],
    )
    return directoryEntryOf(site, listedSpacesOf(spaces, site, TUESDAY))
  })

type Held = { readonly directory: Directory; readonly positions: LocalityPositions }

const nobody = async () => {
  throw new Error('a search without a date reads no site')
}

/** A search by a text alone, in memory. */
export const searchIn = ({ directory, positions }: Held, text: string): Promise<SitesFound> =>
  searchSites(
    { where: { text }, wanted: {}, limit: 5 },
    {
      gazetteer: async () => gazetteer,
      directory: async () => directory,
      positions: async () => positions,
      sites: { findSiteWithOccupancies: nobody } as never,
      members: {} as never,
      now: () => NOW,
    },
  )
