import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { columnName } from './file-format.ts'
import type { Fields, Row } from './row.ts'
import { type SourceFile, textOf } from './source-file.ts'

/** `broken` says why the line is no row, `short` whether it looks cut; `fields` holds the readable ones. */
type Line = Row & { readonly broken?: { readonly reason: string; readonly short: boolean } }

async function* csvLines(file: SourceFile, advance: (bytes: number) => void): AsyncGenerator<Line> {
  if (file.format.layout !== 'csv') return
  const { columns, separator } = file.format
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    from: 2,
  })
  const feeding = pipeline(Readable.from(textOf(file, advance)), parser)
  // The reader of the parser below meets the same failure.
  feeding.catch(() => undefined)
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[]
    info: { lines: number }
  }>) {
    const row = {
      line: info.lines,
      fields: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])),
    }
    const surplus = record.slice(columns.length).some((text) => text !== '')
    const short = record.length < columns.length
    const reason = `${record.length} fields where the header has ${columns.length}`
    yield short || surplus ? { ...row, broken: { reason, short } } : row
  }
  await feeding
}

async function* textLines(
  file: SourceFile,
  advance: (bytes: number) => void,
): AsyncGenerator<[number, string]> {
  let rest = ''
  let line = 0
  for await (const text of textOf(file, advance)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) yield [++line, each.trim()]
  }
  yield [++line, rest.trim()]
}

const textOfValue = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value).trim()
  return 'lat' in value && 'lon' in value ? `${value.lat},${value.lon}` : JSON.stringify(value)
}

const jsonFields = (text: string): Fields | undefined => {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
    return Object.fromEntries(entries.map(([name, value]) => [columnName(name), textOfValue(value)]))
  } catch {
    return undefined
  }
}

const pipedFields = (text: string): Fields | undefined => {
  const [, identifiant, name, rule] = /^([^|]*)\|([^|]*)\|(.*)$/.exec(text) ?? []
  return rule === undefined
    ? undefined
    : { identifiant: identifiant ?? '', name: name ?? '', rule: rule.trim() }
}

async function* plainLines(file: SourceFile, advance: (bytes: number) => void): AsyncGenerator<Line> {
  const piped = file.format.layout === 'piped'
  const reason = piped ? 'not identifier|name|rule' : 'not a JSON object'
  for await (const [line, text] of textLines(file, advance)) {
    if (text === '') continue
    const fields = piped ? pipedFields(text) : jsonFields(text)
    yield fields ? { line, fields } : { line, fields: {}, broken: { reason, short: true } }
  }
}

export type Rows = {
  /** Answers why a row is refused. */
  readonly take: (row: Row) => string | undefined
  /** Answers why a last row without line end may be cut. */
  readonly doubt: (row: Row) => string | undefined
  readonly refuse: (row: Row, reason: string) => void
  readonly advance: (bytes: number) => void
}

const brokenBy = (error: unknown): string => {
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `a quote opened on line ${error.lines ?? '?'} is never closed: cut short?`
  return error.message.split('\n')[0] ?? ''
}

/** Refuses a file that is cut short or has no row. */
export const readRows = async (file: SourceFile, rows: Rows): Promise<Result<number, string>> => {
  const lines = file.format.layout === 'csv' ? csvLines(file, rows.advance) : plainLines(file, rows.advance)
  let count = 0
  let last: { each: Line; reason: string | undefined } | undefined
  try {
    for await (const each of lines) {
      count++
      const reason = each.broken?.reason ?? rows.take(each)
      if (reason !== undefined) rows.refuse(each, reason)
      last = { each, reason }
    }
  } catch (error) {
    return refuse(brokenBy(error))
  }
  if (!last) return refuse('a header and no row')
  const { each } = last
  const reason = last.reason ?? (file.endsInNewline ? undefined : rows.doubt(each))
  const cut = reason !== undefined && (!file.endsInNewline || each.broken?.short)
  return cut ? refuse(`cut short: line ${each.line} is not whole (${reason})`) : ok(count)
}
