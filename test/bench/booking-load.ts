import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Item } from '../../shared/store/client.ts'
import { TABLE_DEFINITION } from '../../shared/store/table.ts'
import { TABLE_NAME } from './stage.ts'
import { itemsOfBookings } from './synthetic-bookings.ts'

/** The file of a table that dynoxide keeps in a folder. */
const DATA_FILE = 'table.sqlite'
const FASTEST = { level: 1 }
const WRITTEN_AT_ONCE = 1_000_000

export type BookingsOf = readonly (readonly [site: SiteId, bookings: number])[]

export type Loaded = {
  readonly items: number
  readonly prepareMs: number
  readonly importMs: number
  readonly fileBytes: number
  readonly peakBytes: number
}

/** The peak memory of a process, as Linux counts it. */
export const peakMemoryOf = (pid: number): number => {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Writes items in the format of a DynamoDB export: JSON lines, gzipped. */
const writeExport = async (folder: string, all: Iterable<Item>): Promise<number> => {
  const data = join(folder, TABLE_NAME, 'data')
  mkdirSync(data, { recursive: true })
  writeFileSync(
    join(folder, 'schema.json'),
    JSON.stringify({ Table: { ...TABLE_DEFINITION, TableName: TABLE_NAME } }),
  )
  const zip = createGzip(FASTEST)
  const file = zip.pipe(createWriteStream(join(data, 'bookings.json.gz')))
  let [items, lines] = [0, '']
  for (const item of all) {
    lines += `${JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) })}\n`
    items++
    if (lines.length < WRITTEN_AT_ONCE) continue
    if (!zip.write(lines)) await once(zip, 'drain')
    lines = ''
  }
  zip.end(lines)
  await finished(file)
  return items
}

const importExport = async (program: string, source: string, output: string): Promise<number> => {
  const options = ['import', '--source', source, '--schema', join(source, 'schema.json'), '--output', output]
  const importer = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  importer.stderr.on('data', (chunk) => {
    said += chunk
  })
  let peakBytes = 0
  const watch = setInterval(() => {
    if (importer.pid && importer.exitCode === null)
      peakBytes = Math.max(peakBytes, peakMemoryOf(importer.pid))
  }, 100)
  const [code] = await once(importer, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(`the bookings were not imported: ${said}`)
  return peakBytes
}

function* itemsOf(all: BookingsOf): Generator<Item> {
  for (const [site, bookings] of all) yield* itemsOfBookings(site, bookings)
}

export const loadBookings = (folder: string, kind: EngineKind, all: BookingsOf): Promise<Loaded> =>
  loadItems(folder, kind, itemsOf(all))

/** Builds dynoxide's table by importing an export: writing a million bookings over HTTP takes twenty minutes. */
export const loadItems = async (
  folder: string,
  { command }: EngineKind,
  all: Iterable<Item>,
): Promise<Loaded> => {
  const source = join(folder, 'export')
  const file = join(folder, DATA_FILE)
  const startedAt = performance.now()
  const items = await writeExport(source, all)
  const prepareMs = performance.now() - startedAt
  const peakBytes = await importExport(command(0)[0], source, file)
  const importMs = performance.now() - startedAt - prepareMs
  rmSync(source, { recursive: true })
  return { items, prepareMs, importMs, fileBytes: statSync(file).size, peakBytes }
}
