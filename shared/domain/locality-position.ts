import { chiefTownOf } from './departement-position.ts'
import type { Directory } from './directory.ts'
import type { Locality } from './locality.ts'
import { middleOf, type Position } from './position.ts'
import { searchable } from './searchable.ts'

/** By INSEE code, as far as they were imported. */
export type LocalityPositions = ReadonlyMap<string, Position>

export type Place = { readonly position?: Position | undefined; readonly isApproximate?: true }

type Known = { readonly positions: LocalityPositions; readonly directory: Pick<Directory, 'entries'> }

/** The middle of a few points is one of them, and no middle. */
const FEWEST_FOR_A_MIDDLE = 10

/**
 * Its own position, or the middle of its points of contact. Approximately, the middle of those with its
 * postcode, or of its département, for which the chief town stands where little is known of it.
 */
export const placeOf = (locality: Locality, { positions, directory }: Known): Place => {
  const { code, kind, name, postcodes, departement } = locality
  const own = kind === 'departement' ? undefined : positions.get(code)
  if (own) return { position: own }
  const there = directory.entries.filter((entry) => entry.departement === departement)
  const middle = (entries: typeof there) => middleOf(entries.flatMap(({ position }) => position ?? []))
  const inPostcodes = there.filter(({ postcode }) => postcodes.includes(postcode))
  const written = searchable(name)
  const inside = middle(inPostcodes.filter(({ commune }) => searchable(commune) === written))
  if (inside) return { position: inside }
  const isKnown = there.length >= FEWEST_FOR_A_MIDDLE
  const inDepartement = (isKnown && middle(there)) || (chiefTownOf(departement) ?? middle(there))
  return { position: middle(inPostcodes) ?? inDepartement, isApproximate: true }
}
