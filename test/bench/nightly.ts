import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Dependencies, dependenciesOn } from '../../functions/dependencies.ts'
import { purgePast } from '../../functions/jobs/purge-past/purge-past.ts'
import { reviewDue } from '../../functions/jobs/review-sites/review-sites.ts'
import { folderFiles } from '../../functions/jobs/write-pages/page-files.ts'
import { writePages } from '../../functions/jobs/write-pages/write-pages.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import { createTable } from '../../infra/local/create-table.ts'
import { directoryEntryOf } from '../../shared/domain/directory.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import { listedSpacesOf } from '../../shared/domain/listed-space.ts'
import { retainedUntil } from '../../shared/domain/retention.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Item, Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { holderKey, REVIEWED_SOON } from '../../shared/store/keys/holder-keys.ts'
import { hoursKey, siteKey, spaceKey } from '../../shared/store/keys/site-keys.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { pageStore } from '../../shared/store/page-store.ts'
import { purgeStore } from '../../shared/store/purge-store.ts'
import { LEDGER_DEFINITION } from '../../shared/store/table.ts'
import { ROOT } from '../architecture/imports.ts'
import { anOpening, aSpace, NOW } from '../support/builders.ts'
import { aFolder } from '../support/local-service.ts'
import { loadItems } from './booking-load.ts'
import { count, type Section, seconds } from './section.ts'
import { type BenchTable, installedEngines, silently, timed, withFolder, withTableIn } from './stage.ts'
import { meterOf } from './store-meter.ts'
import { FIRST_DATE, itemsOfBookings, LOADED_SPACE } from './synthetic-bookings.ts'
import { inventedSites, WHOLE_NETWORK } from './synthetic-network.ts'

/** One holder has eight of them. */
const BOOKINGS_A_SITE = 8
const CHANGED = 100
/** The first nights of the bookings' dates, 24 months later. */
const TWO_YEARS = addMinutes(retainedUntil(NOW), 5 * 24 * 60)

const space = aSpace({
  ...LOADED_SPACE,
  openings: [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })],
})

const holdersAt = (site: SiteId): Item[] =>
  Array.from({ length: BOOKINGS_A_SITE / 8 }, (_, at) => {
    const id = idOf('holder', site, String(at)) as HolderId
    return { ...holderKey(id), ...REVIEWED_SOON, id, email: `${site}-${at}@example.org` }
  })

function* itemsAt(site: Site): Generator<Item> {
  const { counter, ...rest } = site
  yield { ...siteKey(site.id), ...rest }
  yield { ...hoursKey(site.id), counter: JSON.stringify(counter) }
  yield { ...spaceKey(site.id, space.id), ...space }
  yield* holdersAt(site.id)
  yield* itemsOfBookings(site.id, BOOKINGS_A_SITE)
}

const list = async (table: Table, sites: readonly Site[]): Promise<void> => {
  for (const [departement, ours] of Map.groupBy(sites, (site) => site.departement)) {
    const entries = ours.map((site) => directoryEntryOf(site, listedSpacesOf([space], site, FIRST_DATE)))
    await directoryStore(table).changeShard(departement, () => entries)
  }
}

const NO_HURRY = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY }

const pageOf = (language: Language) =>
  import(join(ROOT, `dist/functions/write-pages/site-page-${language}.mjs`))

/** As the function writes them on one machine. */
const writingPages = async (deps: Dependencies, table: Table, folder: string) => {
  const [origin, modules] = ['https://restante.example', { fr: await pageOf('fr'), en: await pageOf('en') }]
  const write = writePages({
    ...deps,
    pages: pageStore(table),
    files: folderFiles(folder),
    sitePages: {
      build: modules.fr.build,
      foundByAll: modules.fr.foundByAll,
      htmlOf: (site, language) =>
        modules[language].sitePage(site, { origin, policy: modules[language].policy }),
    },
    origin,
  })
  return () => write({}, { getRemainingTimeInMillis: () => 900_000 })
}

const runOn = async ({ table }: BenchTable, sites: readonly Site[]) => {
  await createTable(table.client, ledgerBeside(table).name, LEDGER_DEFINITION)
  await list(table, sites)
  const meter = meterOf(table.client)
  const at = (now: Instant): Dependencies => dependenciesOn(table, () => now)
  const nightOf = async (name: string, work: () => Promise<unknown>) => {
    let took = 0
    const { requests, readUnits } = await meter(async () => {
      took = await timed(() => silently(work))
    })
    return { name, measured: `${seconds(took)}, ${count(requests)} requests, ${count(readUnits)} read units` }
  }
  const review = (now = NOW) => reviewDue(at(now))
  const purge = (now: Instant) => purgePast({ ...at(now), purges: purgeStore(table) })({}, NO_HURRY)
  const due = async (some: readonly Site[]) => {
    for (const { id } of some) await at(NOW).reviews.reviewFrom(id)
  }
  const figures = [await nightOf('a review when nothing has changed', () => review())]
  await due(sites.slice(0, CHANGED))
  figures.push(await nightOf(`a review after ${CHANGED} sites have changed`, () => review()))
  await due(sites)
  figures.push(await nightOf('a review after the hours of all have changed', () => review()))
  figures.push(await nightOf('the first purge, which looks at every holder once', () => purge(NOW)))
  figures.push(await nightOf('a purge when nothing has to go', () => purge(addMinutes(NOW, 24 * 60))))
  figures.push(await nightOf('a purge of a night, 24 months later', () => purge(TWO_YEARS)))
  const folder = aFolder()
  const write = await writingPages(at(NOW), table, folder)
  figures.push(await nightOf('the pages of all, as after a deployment', write))
  await networkStore(table).pagesDue(sites.slice(0, CHANGED).map(({ id }) => id))
  figures.push(await nightOf(`the pages of ${CHANGED} sites, of which nothing is new`, write))
  rmSync(folder, { recursive: true })
  return figures
}

/** The jobs of a night on a network in which every point of contact lends. */
export const nightly = async (): Promise<readonly Section[]> => {
  const [kind] = installedEngines()
  if (kind?.name !== 'dynoxide') return []
  const sites = inventedSites(Number(process.env.BENCH_SITES ?? WHOLE_NETWORK))
  return withFolder(async (folder) => {
    function* items() {
      for (const site of sites) yield* itemsAt(site)
    }
    const loaded = await loadItems(folder, kind, items())
    const figures = await withTableIn(folder, kind, (on) => runOn(on, sites))
    rmSync(join(folder, 'export'), { recursive: true, force: true })
    return [
      {
        title: `The jobs of a night, ${count(sites.length)} lent sites, ${count(loaded.items)} items, ${kind.name}`,
        figures: figures.map((each) => ({ ...each, goal: '≤ 900 s' })),
      },
    ]
  })
}
