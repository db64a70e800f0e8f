export const LOCALITY_KINDS = ['commune', 'arrondissement', 'departement'] as const
export type LocalityKind = (typeof LOCALITY_KINDS)[number]

/**
 * `code` is INSEE's: `51380`, `69383` for the third arrondissement of Lyon, `51` for a département. `formerly`:
 * the name of a commune that merged into it, if that is what was searched for.
 */
export type Locality = {
  readonly code: string
  readonly kind: LocalityKind
  readonly name: string
  readonly formerly?: string
  readonly postcodes: readonly string[]
  readonly departement: string
  readonly departementName: string
}

/** A line of the official list of today's and former names. */
export type OfficialLocality = {
  readonly name: string
  readonly code: string
  readonly postcodes: readonly string[]
  readonly population: number
  readonly mergedInto?: string | undefined
}

export const departementOfCode = (code: string): string => code.slice(0, /^9[78]/.test(code) ? 3 : 2)

const ARRONDISSEMENT = /^(?:751|132|6938)\d+$/

export const kindOfCode = (code: string): LocalityKind => {
  if (code.length < 5) return 'departement'
  return ARRONDISSEMENT.test(code) ? 'arrondissement' : 'commune'
}

export const lineOfLocality = ({ name, code, postcodes, population, mergedInto }: OfficialLocality): string =>
  [name, code, postcodes.join(','), population || '', mergedInto ?? ''].join(';')

export const localityOfLine = (line: string): OfficialLocality => {
  const [name = '', code = '', postcodes = '', population = '', mergedInto = ''] = line.split(';')
  return {
    name: name.replaceAll("'", '’'),
    code,
    postcodes: postcodes === '' ? [] : postcodes.split(','),
    population: Number(population),
    mergedInto: mergedInto || undefined,
  }
}
