import { bestOf } from './best-of.ts'
import {
  departementOfCode,
  kindOfCode,
  type Locality,
  localityOfLine,
  type OfficialLocality,
} from './locality.ts'
import { searchable } from './searchable.ts'

/** The official list, by codes and postcodes. */
export type LocalityList = {
  readonly rows: readonly OfficialLocality[]
  /** By its code or its name, in searchable form, with or without its article. */
  readonly departement: (words: string) => OfficialLocality | undefined
  readonly find: (code: string) => OfficialLocality | undefined
  readonly inPostcode: (digits: string, limit: number) => OfficialLocality[]
  /** What it is today: itself, or the commune that it merged into. */
  readonly todayOf: (row: OfficialLocality) => OfficialLocality
  readonly localityOf: (row: OfficialLocality) => Locality
  /** The larger first, and what is so named today before what was. */
  readonly byWeight: (a: OfficialLocality, b: OfficialLocality) => number
}

const withoutArticle = (name: string): string => name.replace(/^la /, '')

/** Postcodes of an arrondissement are its city's as well: the arrondissement is meant. */
const partsFirst = (a: OfficialLocality, b: OfficialLocality): number => {
  const orderOf = ({ code }: OfficialLocality) => (kindOfCode(code) === 'arrondissement' ? 0 : 1)
  return orderOf(a) - orderOf(b)
}

export const localityListOf = (text: string): LocalityList => {
  const rows = text.split('\n').map(localityOfLine)
  const byCode = new Map<string, OfficialLocality>()
  for (const row of rows) if (!row.mergedInto || !byCode.has(row.code)) byCode.set(row.code, row)

  const departements = new Map(
    rows
      .filter(({ code }) => kindOfCode(code) === 'departement')
      .flatMap((row) => [
        [row.code.toLowerCase(), row],
        [withoutArticle(searchable(row.name)), row],
      ]),
  )

  const todayOf = (row: OfficialLocality) => (row.mergedInto && byCode.get(row.mergedInto)) || row
  const weightOf = (row: OfficialLocality) =>
    row.mergedInto ? todayOf(row).population / 100 : row.population
  const byWeight = (a: OfficialLocality, b: OfficialLocality) => weightOf(b) - weightOf(a)

  return {
    rows,
    departement: (words) => departements.get(withoutArticle(words)),
    find: (code) => byCode.get(code.toUpperCase()),
    todayOf,
    byWeight,
    inPostcode: (digits, limit) => {
      const there = rows.filter(({ postcodes }) => postcodes.some((each) => each.startsWith(digits)))
      return bestOf(there, limit, (a, b) => partsFirst(a, b) || byWeight(a, b))
    },
    localityOf: (row) => {
      const { code, name, postcodes } = todayOf(row)
      const departement = departementOfCode(code)
      return {
        ...{ code, kind: kindOfCode(code), name, postcodes, departement },
        ...(row.name !== name && { formerly: row.name }),
        departementName: byCode.get(departement)?.name ?? departement,
      }
    },
  }
}
