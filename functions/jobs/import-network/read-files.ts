import type { MinuteRange } from '../../../shared/domain/counter-hours.ts'
import { type LocalDate, parseLocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Communes } from './communes.ts'
import type { ruleCompiler } from './compile-rule.ts'
import type { FileKind } from './file-format.ts'
import { type MinuteRanges, mergeRanges, patternOf } from './minute-ranges.ts'
import type { Progress } from './progress.ts'
import { readRows } from './read-rows.ts'
import type { Fields, RefusedRow, Row } from './row.ts'
import { readSite, readSiteId } from './site-row.ts'
import { openSource, type SourceFile } from './source-file.ts'

/** Where a site's hours come from; `line` is the first that names the site. */
export type HoursSource = { readonly file: string; readonly line: number } & (
  | { readonly rule: string }
  | { readonly days: Map<LocalDate, MinuteRanges> }
)

/** What the files say. Of hours given by several files, the last file's count. */
export type FilesRead = {
  readonly kinds: ReadonlySet<FileKind>
  readonly sites: ReadonlyMap<SiteId, Site>
  /** Named by a row of sites that was refused: they are not gone. */
  readonly doubtful: ReadonlySet<SiteId>
  readonly hours: ReadonlyMap<SiteId, HoursSource>
  readonly refused: readonly RefusedRow[]
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
  /** Millions of calendar rows share some thousand days. */
  patterns: Map<string, MinuteRanges>
}

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

const COUNTER_COLUMN = /^plage_horaire_\d$/

/** Reads `"09:00-12:15"`; undefined when malformed. */
const readRange = (text: string): MinuteRange | undefined => {
  const match = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text)
  if (!match) return undefined
  const [opens = 0, closes = 0] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])]
  return opens < closes && closes <= 24 * 60 ? [opens, closes] : undefined
}

/** Undefined when the row says nothing of that day. */
const readDay = (fields: Fields): Result<MinuteRanges | undefined, string> => {
  const texts = Object.entries(fields).flatMap(([name, text]) => (COUNTER_COLUMN.test(name) && text ? [text] : []))
  if (texts.length === 0) return ok(undefined)
  const ranges: MinuteRange[] = []
  for (const text of texts.filter((each) => !/^ferm[eé]$/i.test(each))) {
    const range = readRange(text)
    if (!range) return refuse(`bad hours "${text}"`)
    ranges.push(range)
  }
  return ok(mergeRanges(ranges))
}

const takeDay = ({ hours, patterns }: Reading, { line, fields }: Row, file: string): string | undefined => {
  const id = readSiteId(fields.identifiant)
  if (!id) return `bad identifier "${fields.identifiant ?? ''}"`
  const date = parseLocalDate(fields.date_calendrier ?? '')
  if (!date) return `bad date "${fields.date_calendrier ?? ''}"`
  const day = readDay(fields)
  if (!day.ok) return day.error
  if (day.value === undefined) return undefined
  const known = hours.get(id)
  const source =
    known?.file === file && 'days' in known ? known : { file, line, days: new Map<LocalDate, MinuteRanges>() }
  const pattern = patternOf(day.value)
  const shared = patterns.get(pattern) ?? day.value
  patterns.set(pattern, shared)
  source.days.set(date, shared)
  hours.set(id, source)
  return undefined
}

const reasonAgainst = (result: Result<unknown, string>): string | undefined => (result.ok ? undefined : result.error)

const taker =
  (reading: Reading, tools: ReadingTools, { path, format }: SourceFile) =>
  (row: Row) => {
    if (format.kind === 'sites') return takeSite(reading, tools, row)
    return format.kind === 'rules' ? takeRule(reading, row, path) : takeDay(reading, row, path)
  }

/** Reads and checks all files to their end; one that is unfit refuses them all. */
export const readFiles = async (paths: readonly string[], tools: ReadingTools): Promise<Result<FilesRead, string>> => {
  const reading: Reading = { sites: new Map(), doubtful: new Set(), hours: new Map(), patterns: new Map() }
  const kinds = new Set<FileKind>()
  const refused: RefusedRow[] = []
  for (const path of paths) {
    const file = await openSource(path)
    if (!file.ok) return refuse(`${path}: ${file.error}`)
    const { format } = file.value
    kinds.add(format.kind)
    tools.progress.start(`reading ${path}`, file.value.bytes)
    const read = await readRows(file.value, {
      take: taker(reading, tools, file.value),
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
  }
  const { sites, doubtful, hours } = reading
  return ok({ kinds, refused, sites, doubtful, hours })
}
