import type { CounterHours } from '../../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Fingerprints } from '../../../shared/store/network-store.ts'
import { loadCommunes } from './communes.ts'
import { type CompiledHours, compileHours } from './compile-hours.ts'
import { ruleCompiler } from './compile-rule.ts'
import { type IdleHalfDays, idleHalfDays } from './idle-half-days.ts'
import { type Changes, type ImportPlan, planImport } from './plan-import.ts'
import type { Progress } from './progress.ts'
import { type FilesRead, readFiles } from './read-files.ts'
import type { RefusedRow } from './row.ts'
import { type ImportStores, writePositions, writeShard } from './write-shard.ts'

export type ImportCommand = {
  readonly files: readonly string[]
  readonly today: LocalDate
  /** Lets more than a tenth of the known sites leave at once. */
  readonly acceptGone: boolean
}

export type ImportDependencies = {
  /** Called once all files are valid. */
  readonly openStores: () => Promise<ImportStores>
  readonly progress: Progress
  /** Called between two départements. */
  readonly stopped: () => boolean
  /** Milliseconds on any clock. */
  readonly elapsed: () => number
}

export type ImportReport = {
  readonly sites: Changes | undefined
  readonly hours: Changes | undefined
  /** Communes whose middle is known now. */
  readonly positions: number
  readonly gone: number
  /** Lending sites whose hours have changed. */
  readonly changedHours: readonly SiteId[]
  readonly refused: readonly RefusedRow[]
  /** Rows that were only partly understood. */
  readonly partly: readonly RefusedRow[]
  /** Files with mostly refused rows. */
  readonly misread: readonly MisreadFile[]
  readonly idle: IdleHalfDays
  readonly took: { readonly readMs: number; readonly evaluateMs: number; readonly writeMs: number }
}

/** `given` and `refused` count rows, or the sites that a file gives hours for. */
export type MisreadFile = { readonly file: string; readonly refused: number; readonly given: number }

const MOST_GONE = 0.1
const MOST_REFUSED = 0.5

const countBy = (all: Iterable<{ readonly file: string }>): Map<string, number> =>
  new Map([...Map.groupBy(all, ({ file }) => file)].map(([file, each]) => [file, each.length]))

const misreadFiles = (read: FilesRead, { refused }: CompiledHours): MisreadFile[] => {
  const [rowsRefused, sites, sitesRefused] = [
    countBy(read.refused),
    countBy(read.hours.values()),
    countBy(refused),
  ]
  return [...read.rows].flatMap(([file, rows]) => {
    const counts = [
      { file, refused: rowsRefused.get(file) ?? 0, given: rows },
      { file, refused: sitesRefused.get(file) ?? 0, given: sites.get(file) ?? 0 },
    ]
    return counts.filter((each) => each.refused > each.given * MOST_REFUSED).slice(0, 1)
  })
}

type HoursBySite = ReadonlyMap<SiteId, CounterHours>

const departements = (known: ReadonlyMap<string, Fingerprints>): Map<SiteId, string> =>
  new Map(
    [...known].flatMap(([departement, sites]) => [...sites.keys()].map((id) => [id, departement] as const)),
  )

const tooManyGone = ({ gone, knownBefore }: ImportPlan): string =>
  `${gone.length} of ${knownBefore} known sites are in no file given: nothing was changed; with --gone they leave`

const writePlan = async (
  { shards }: ImportPlan,
  stores: ImportStores,
  { progress, stopped }: ImportDependencies,
): Promise<Result<readonly SiteId[], string>> => {
  const items = shards.reduce((sum, { sites, hours }) => sum + sites.length + hours.size, 0)
  const listed = new Map((await stores.directory.readDirectory()).map((entry) => [entry.id, entry]))
  progress.start('writing', items)
  for (const shard of shards) {
    if (stopped()) break
    await writeShard(stores, shard, { listed, advance: progress.advance })
  }
  progress.stop()
  const changedHours = shards.flatMap(({ hours }) => [...hours.keys()])
  return stopped()
    ? refuse('stopped before the end: run the same command again to finish')
    : ok(changedHours.filter((id) => listed.get(id)?.spaces.length))
}

const measureIdle = async (
  hours: HoursBySite,
  today: LocalDate,
  { network, hours: known }: ImportStores,
): Promise<IdleHalfDays> => {
  const listed = departements(await network.readFingerprints())
  const others = await known.readHours([...listed.keys()].filter((id) => !hours.has(id)))
  const sites = [...listed].flatMap(([id, departement]) => {
    const counter = hours.get(id) ?? others.get(id)
    return counter ? [{ departement, counter }] : []
  })
  return idleHalfDays(sites, today)
}

/** Sites that leave, or that no file has named, get no hours. */
const placesAfter =
  ({ kinds, sites, doubtful }: FilesRead, known: ReadonlyMap<SiteId, string>) =>
  (id: SiteId) =>
    sites.get(id)?.departement ?? (!kinds.has('sites') || doubtful.has(id) ? known.get(id) : undefined)

/**
 * Imports site and hours files as one operation: every file is read before the first write. Refuses unfit
 * files, too many leaving sites, and an interruption.
 */
export const importNetwork = async (
  { files, today, acceptGone }: ImportCommand,
  deps: ImportDependencies,
): Promise<Result<ImportReport, string>> => {
  const { progress, elapsed } = deps
  const startedMs = elapsed()
  const compileRule = ruleCompiler(today)
  const read = await readFiles(files, { communes: loadCommunes(), compileRule, progress })
  if (!read.ok) return read
  const readMs = elapsed()
  const stores = await deps.openStores()
  const known = await stores.network.readFingerprints()
  const departementOf = placesAfter(read.value, departements(known))
  const compiled = compileHours(read.value.hours, { today, compileRule, departementOf, progress })
  const { hours } = compiled
  const evaluatedMs = elapsed()
  const { kinds, doubtful, sites } = read.value
  const plan = planImport(known, { doubtful, hours, ...(kinds.has('sites') && { sites }) })
  if (!acceptGone && plan.gone.length > plan.knownBefore * MOST_GONE) return refuse(tooManyGone(plan))
  const written = await writePlan(plan, stores, deps)
  if (!written.ok) return written
  await writePositions(read.value.positions, stores)
  return ok({
    sites: kinds.has('sites') ? plan.sites : undefined,
    hours: kinds.has('rules') || kinds.has('calendar') ? plan.hours : undefined,
    positions: read.value.positions.size,
    gone: plan.gone.length,
    changedHours: written.value,
    refused: [...read.value.refused, ...compiled.refused],
    partly: [...read.value.partly, ...compiled.partly],
    misread: misreadFiles(read.value, compiled),
    took: { readMs: readMs - startedMs, evaluateMs: evaluatedMs - readMs, writeMs: elapsed() - evaluatedMs },
    idle: await measureIdle(hours, today, stores),
  })
}
