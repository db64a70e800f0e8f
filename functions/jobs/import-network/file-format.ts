import { parse } from 'csv-parse/sync'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'

export type FileKind = 'sites' | 'rules' | 'calendar' | 'postcodes'

export type FileFormat =
  | {
      readonly kind: FileKind
      readonly layout: 'csv'
      readonly separator: string
      readonly columns: readonly string[]
    }
  | { readonly kind: FileKind; readonly layout: 'json-lines' }
  | { readonly kind: 'rules'; readonly layout: 'piped' }

const NEEDED = {
  sites: ['identifiant', 'libelle_du_site', 'adresse', 'code_postal', 'localite'],
  calendar: ['identifiant', 'date_calendrier', 'plage_horaire_1'],
  postcodes: ['code_commune_insee', 'code_postal'],
} as const

/** Columns have had other names. */
const RENAMED: Readonly<Record<string, string>> = {
  identifiant_du_site: 'identifiant',
  identifiant_a: 'identifiant',
  coordonnees_gps: 'latlong',
  coordonnees_geographiques: 'latlong',
  geopoint: 'latlong',
}

const EXPECTED =
  'expected sites (CSV or JSON lines), opening hours (identifier|name|rule), the opening calendar or postcodes (CSV)'

/** `#Identifiant_du_site`, `identifiant_a` → `identifiant`: accents, case and signs do not count. */
export const columnName = (text: string): string => {
  const name = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  return RENAMED[name] ?? name
}

type TableKind = keyof typeof NEEDED

const LABELS = { sites: 'a file of sites', calendar: 'an opening calendar', postcodes: 'a list of postcodes' }

const likeliestKind = (known: readonly string[]): TableKind => {
  if (known.includes('date_calendrier') || known.includes('plage_horaire_1')) return 'calendar'
  return known.includes('code_commune_insee') ? 'postcodes' : 'sites'
}

const missingColumns = (kind: TableKind, columns: readonly string[]): string[] => {
  const missing = NEEDED[kind].filter((needed) => !columns.includes(needed))
  const hasPlaces = columns.includes('latlong') || columns.includes('latitude')
  return kind === 'postcodes' && !hasPlaces ? [...missing, 'latitude'] : missing
}

const kindOfColumns = (columns: readonly string[]): Result<TableKind, string> => {
  const needed = Object.values(NEEDED).flat()
  const known = columns.filter((column) => needed.some((each) => each === column))
  if (known.length === 0) return refuse(`not a file that can be imported: ${EXPECTED}`)
  const kind = likeliestKind(known)
  const missing = missingColumns(kind, columns)
  if (missing.length === 0) return ok(kind)
  const label = LABELS[kind]
  return refuse(`${label} without ${missing.length > 1 ? 'the columns' : 'the column'} ${missing.join(', ')}`)
}

const jsonFormat = (line: string): Result<FileFormat, string> => {
  try {
    const columns = Object.keys(JSON.parse(line)).map(columnName)
    const kind = kindOfColumns(columns)
    return kind.ok ? ok({ kind: kind.value, layout: 'json-lines' }) : kind
  } catch {
    return refuse('the first line is not a whole JSON object: cut short, or not JSON lines')
  }
}

const csvFormat = (line: string): Result<FileFormat, string> => {
  const separator = line.split(';').length >= line.split(',').length ? ';' : ','
  try {
    const [header = []] = parse(line, { delimiter: separator, relax_quotes: true }) as string[][]
    const columns = header.map(columnName)
    const kind = kindOfColumns(columns)
    return kind.ok ? ok({ kind: kind.value, layout: 'csv', separator, columns }) : kind
  } catch {
    return refuse('the header has a quote that is never closed')
  }
}

/** The first line that is not empty tells the format, the file's name does not. */
export const formatOf = (firstLine: string): Result<FileFormat, string> => {
  if (firstLine.startsWith('[')) return refuse('a JSON array: export it as JSON lines, one object a line')
  if (firstLine.startsWith('{')) return jsonFormat(firstLine)
  if (/^[^|;,]+\|[^|]*\|/.test(firstLine)) return ok({ kind: 'rules', layout: 'piped' })
  return csvFormat(firstLine)
}
