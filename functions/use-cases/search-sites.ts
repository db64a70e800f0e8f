import { departementNear, inFrance } from '../../shared/domain/departement-position.ts'
import type { Directory, DirectoryMatch } from '../../shared/domain/directory.ts'
import type { Gazetteer } from '../../shared/domain/gazetteer.ts'
import type { Wanted } from '../../shared/domain/listed-space.ts'
import type { Locality } from '../../shared/domain/locality.ts'
import { type Place, placeOf } from '../../shared/domain/locality-position.ts'
import type { Position } from '../../shared/domain/position.ts'
import { searchable } from '../../shared/domain/searchable.ts'
import { territoryNameOf } from '../../shared/domain/territory.ts'
import type { Dependencies } from '../dependencies.ts'
import { findLenders, type Lenders } from './find-lenders.ts'

export type SearchSites = {
  readonly where: { readonly text: string } | { readonly locality: Locality } | { readonly near: Position }
  readonly wanted: Wanted
  readonly limit: number
}

/** Where it was searched, and what else the text may mean. */
export type Around = Place & {
  readonly name: string
  readonly departement: string
  readonly locality?: Locality | undefined
  readonly others: readonly Locality[]
}

type Sites = { readonly total: number; readonly matches: readonly DirectoryMatch[] }

export type SitesFound = Sites & Lenders & { readonly around?: Around | undefined }

type Deps = Pick<Dependencies, 'directory' | 'positions' | 'sites' | 'members' | 'now'> & {
  readonly gazetteer: () => Promise<Gazetteer>
}

type Known = {
  readonly gazetteer: Gazetteer
  readonly directory: Directory
  readonly positions: Awaited<ReturnType<Deps['positions']>>
}

type There = { readonly around?: Around | undefined; readonly sites: Sites }

const MOST_MEANINGS = 8
const MOST_OTHERS = 6

const inLocality = (locality: Locality, others: readonly Locality[], known: Known): Around => ({
  ...placeOf(locality, known),
  ...{ name: locality.name, departement: locality.departement, locality, others },
})

/** A text that no commune has as its name, and a point of contact has. */
const atSite = ({ commune, departement, position }: DirectoryMatch, others: readonly Locality[]): Around => ({
  ...{ name: commune, departement, others },
  ...(position && { position }),
})

const byText = (text: string, limit: number, known: Known): There => {
  const { gazetteer, directory } = known
  const meanings = gazetteer.suggest(text, MOST_MEANINGS)
  const found = directory.search({ text, limit })
  const [best] = meanings
  const others = meanings.filter(({ fit }) => best?.fit !== 'whole' || fit === 'whole')
  const localities = others.map(({ locality }) => locality)
  const [site] = found.matches
  const isNamed = site !== undefined && searchable(site.name) === searchable(text)
  if (site?.position && best?.fit !== 'whole' && (isNamed || best?.fit !== 'nearly'))
    return { around: atSite(site, localities.slice(0, MOST_OTHERS)), sites: found }
  if (!best) return { sites: found }
  const around = inLocality(best.locality, localities.slice(1, MOST_OTHERS + 1), known)
  const sites = found.total > 0 ? found : directory.search({ locality: best.locality, limit })
  return { around, sites }
}

const byPosition = (written: Position, limit: number, { directory, gazetteer }: Known): There => {
  const near = inFrance(written)
  const { departement } = departementNear(near)
  const sites = directory.search({ near, territory: territoryNameOf(departement), limit })
  const name = sites.matches[0]?.commune ?? gazetteer.find(departement)?.name ?? departement
  return { around: { position: near, name, departement, others: [] }, sites }
}

const thereFor = ({ where, limit }: SearchSites, known: Known): There => {
  if ('text' in where) return byText(where.text, limit, known)
  if ('near' in where) return byPosition(where.near, limit, known)
  const { locality } = where
  return { around: inLocality(locality, [], known), sites: known.directory.search({ locality, limit }) }
}

/** No search ends without lenders as long as anybody lends for that use. */
export const searchSites = async (search: SearchSites, deps: Deps): Promise<SitesFound> => {
  const [gazetteer, directory, positions] = await Promise.all([
    deps.gazetteer(),
    deps.directory(),
    deps.positions(),
  ])
  const { around, sites } = thereFor(search, { gazetteer, directory, positions })
  const { wanted, limit } = search
  const near = around?.position
  const territory = around && territoryNameOf(around.departement)
  return { ...sites, around, ...(await findLenders({ directory, near, territory, wanted, limit }, deps)) }
}
