import type { CounterDay } from '../../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { LocalityPositions } from '../../../shared/domain/locality-position.ts'
import type { Position } from '../../../shared/domain/position.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Site } from '../../../shared/domain/site.ts'
import { readDate, readDay } from './calendar-row.ts'
import { readCommunePosition } from './commune-position.ts'
import type { Communes } from './communes.ts'
import type { ruleCompiler } from './compile-rule.ts'
import type { FileKind } from './file-format.ts'
import { patternOf, sameDay } from './minute-ranges.ts'
import type { Progress } from './progress.ts'
import { readRows } from './read-rows.ts'
import type { RefusedRow, Row } from './row.ts'
import { readSite, readSiteId } from './site-row.ts'
import { openSource, type SourceFile } from './source-file.ts'

/** `line` is the first one that names the site. */
export type HoursSource = { readonly file: string; readonly line: number } & (
  | { readonly rule: string }
  | { readonly days: Map<LocalDate, CounterDay> }
)

type CalendarSource = Extract<HoursSource, { days: unknown }>

/** The last file with hours for a site counts. */
export type FilesRead = {
  readonly kinds: ReadonlySet<FileKind>
  readonly sites: ReadonlyMap<SiteId, Site>
  /** Sites with a refused row have not left. */
  readonly doubtful: ReadonlySet<SiteId>
  readonly hours: ReadonlyMap<SiteId, HoursSource>
  /** The middles of communes. */
  readonly positions: LocalityPositions
  readonly refused: readonly RefusedRow[]
  readonly partly: readonly RefusedRow[]
  readonly rows: ReadonlyMap<string, number>
}

export type ReadingTools = {
  readonly communes: Communes
  readonly compileRule: ReturnType<typeof ruleCompiler>
  readonly progress: Progress
}

type Reading = {
  sites: Map<SiteId, Site>
  doubtful: Set<SiteId>
  hours: Map<SiteId, HoursSource>
  positions: Map<string, Position>
  /** By site and file, including calendars without any known day. */
  calendars: Map<string, CalendarSource>
  /** Millions of calendar rows share about a thousand days. */
  patterns: Map<string, CounterDay>
  partly: RefusedRow[]
}

const reasonAgainst = (result: Result<unknown, string>): string | undefined =>
  result.ok ? undefined : result.error

const takeSite = ({ sites }: Reading, { communes }: ReadingTools, { fields }: Row): string | undefined => {
  const site = readSite(fields, communes)
  if (!site.ok) return site.error
  if (sites.has(site.value.id)) return `${site.value.id} is given twice`
  sites.set(site.value.id, site.value)
  return undefined
}

const takeRule = ({ hours }: Reading, { line, fields }: Row, file: string) => {
  const id = readSiteId(fields.identifiant)
  const rule = fields.rule ?? ''
  if (!id) return `bad identifier "${fields.identifiant ?? ''}"`
  if (hours.get(id)?.file === file) return `${id} is given twice`
  if (rule === '') return 'no rule'
  hours.set(id, { file, line, rule })
  return undefined
}

const takeDay = (reading: Reading, { line, fields }: Row, file: string): string | undefined => {
  const { hours, calendars, patterns, partly } = reading
  const id = readSiteId(fields.identifiant)
  if (!id) return `bad identifier "${fields.identifiant ?? ''}"`
  const date = readDate(fields.date_calendrier ?? '')
  if (!date) return `bad date "${fields.date_calendrier ?? ''}"`
  const read = readDay(fields)
  const day = read.ok ? read.value : 'unknown'
  const pattern = patternOf(day)
  const shared = patterns.get(pattern) ?? day
  patterns.set(pattern, shared)
  const key = `${id} ${file}`
  const source = calendars.get(key) ?? { file, line, days: new Map() }
  calendars.set(key, source)
  const before = source.days.get(date)
  const differs = before !== undefined && !sameDay(before, shared)
  source.days.set(date, differs ? 'unknown' : shared)
  // A calendar without any known day replaces no other source.
  if (shared !== 'unknown') hours.set(id, source)
  if (differs)
    partly.push({ file, line, reason: `${date} is given twice with other hours: taken as unknown` })
  return reasonAgainst(read)
}

/** A commune has a row for each of its postcodes: the first one counts. */
const takePosition = ({ positions }: Reading, { fields }: Row): string | undefined => {
  const read = readCommunePosition(fields)
  if (read.ok && !positions.has(read.value.code)) positions.set(read.value.code, read.value.position)
  return reasonAgainst(read)
}

const invitee =
  (reading: Reading, tools: ReadingTools, { path, format }: SourceFile) =>
  (row: Row) => {
    if (format.kind === 'sites') return takeSite(reading, tools, row)
    if (format.kind === 'postcodes') return takePosition(reading, row)
    return format.kind === 'rules' ? takeRule(reading, row, path) : takeDay(reading, row, path)
  }

/** One unfit file refuses all of them. */
export const readFiles = async (
  paths: readonly string[],
  tools: ReadingTools,
): Promise<Result<FilesRead, string>> => {
  const reading: Reading = {
    sites: new Map(),
    doubtful: new Set(),
    hours: new Map(),
    positions: new Map(),
    calendars: new Map(),
    patterns: new Map(),
    partly: [],
  }
  const rows = new Map<string, number>()
  const kinds = new Set<FileKind>()
  const refused: RefusedRow[] = []
  for (const path of paths) {
    const file = await openSource(path)
    if (!file.ok) return refuse(`${path}: ${file.error}`)
    const { format } = file.value
    kinds.add(format.kind)
    tools.progress.start(`reading ${path}`, file.value.bytes)
    const read = await readRows(file.value, {
      take: invitee(reading, tools, file.value),
      doubt: ({ fields }) =>
        fields.rule === undefined ? undefined : reasonAgainst(tools.compileRule(fields.rule, '')),
      refuse: ({ line, fields }, reason) => {
        const id = readSiteId(fields.identifiant)
        if (id && format.kind === 'sites') reading.doubtful.add(id)
        refused.push({ file: path, line, reason })
      },
      advance: tools.progress.advance,
    })
    tools.progress.stop()
    if (!read.ok) return refuse(`${path}: ${read.error}`)
    rows.set(path, read.value)
  }
  const { sites, doubtful, hours, positions, partly } = reading
  return ok({ kinds, refused, partly, rows, sites, doubtful, hours, positions })
}
