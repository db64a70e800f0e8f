import type { Context } from 'aws-lambda'
import type { SitePageView } from '../../../shared/contracts/site-page.ts'
import type { Directory } from '../../../shared/domain/directory.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { addMinutes } from '../../../shared/domain/instant.ts'
import { LANGUAGES, type Language } from '../../../shared/domain/language.ts'
import { hashOf } from '../../../shared/store/hash.ts'
import type { DuePages, PageStore, WrittenPage } from '../../../shared/store/page-store.ts'
import type { Dependencies } from '../../dependencies.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { mapAtOnce } from '../../use-cases/at-once.ts'
import type { PageFiles } from './page-files.ts'
import { nextChangeOf, pageViewOf } from './page-view.ts'
import { type Mapped, robotsOf, sitemapIndexOf, sitemapOf, sitemapPath } from './sitemap.ts'

type SitePages = {
  /** Changes with all that is written beside the sites. */
  readonly build: string
  /** The pages of the build that search engines may show. */
  readonly foundByAll: readonly string[]
  readonly htmlOf: (site: SitePageView, language: Language) => string
}

export type WriteDeps = Pick<Dependencies, 'sites' | 'freshDirectory' | 'now'> & {
  readonly pages: PageStore
  readonly files: PageFiles
  readonly sitePages: SitePages
  readonly origin: string
}

/** `sites` counts those that were looked at, `files` what was written, `left` the départements without time. */
export type WrittenCounts = Record<'sites' | 'files' | 'failed' | 'left', number>

const AT_ONCE = 16
/** No département begins with less time left: the largest takes some seconds. */
const NEEDED_MS = 30_000
const MINUTE_MS = 60_000

const filePath = (site: SiteId, language: Language): string =>
  `${language === 'fr' ? '' : `${language}/`}lieu/${site}.html`

/** What all files depend on beside their sites. */
const buildOf = ({ sitePages, origin }: WriteDeps): string => hashOf(`${origin} ${sitePages.build}`)

const departementsOf = ({ entries }: Directory): string[] =>
  [...new Set(entries.map(({ departement }) => departement))].sort()

/** After a deployment, and at first: all pages are due. */
const beginBuild = async (deps: WriteDeps, departements: readonly string[]): Promise<void> => {
  const { pages, files, sitePages, origin } = deps
  await files.write('robots.txt', robotsOf(origin))
  await files.write(
    sitemapPath('pages'),
    sitemapOf(
      origin,
      sitePages.foundByAll.map((path) => ({ path })),
    ),
  )
  for (const departement of departements) await pages.departementDue(departement)
  await pages.noteBuild(buildOf(deps))
}

type Writing = {
  readonly deps: WriteDeps
  readonly directory: Directory
  readonly counts: WrittenCounts
}

/** What is written of a site now; undefined where there is none. */
const writeSite = async (
  site: SiteId,
  before: WrittenPage | undefined,
  { deps, directory, counts }: Writing,
): Promise<WrittenPage | undefined> => {
  const lent = await deps.sites.findSite(site, { consistent: true })
  if (!lent) return undefined
  counts.sites += 1
  const build = buildOf(deps)
  const view = pageViewOf(lent, directory, deps.now())
  const { today, ...saying } = view
  const said = hashOf(JSON.stringify(saying))
  const isSame = before?.said === said
  if (!isSame || before.build !== build)
    for (const language of LANGUAGES) {
      await deps.files.write(filePath(site, language), deps.sitePages.htmlOf(view, language))
      counts.files += 1
    }
  const next = nextChangeOf(lent, deps.now())
  if (next) await deps.pages.pageFrom(site, next)
  return { said, build, on: isSame ? before.on : today }
}

/** A site that fails is due by itself, and comes with the next run. */
const writeSites = async (
  sites: readonly SiteId[],
  written: Map<SiteId, WrittenPage>,
  writing: Writing,
): Promise<void> => {
  await mapAtOnce(sites, AT_ONCE, async (site) => {
    try {
      const now = await writeSite(site, written.get(site), writing)
      if (now) written.set(site, now)
      else written.delete(site)
    } catch (fault) {
      log('error', 'page not written', { site, ...faultOf(fault) })
      writing.counts.failed += 1
      await writing.deps.pages.pageFrom(site)
    }
  })
}

/** A site that has left, or is of another département by now, stands in the map no longer. */
const mapOf = (
  departement: string,
  written: ReadonlyMap<SiteId, WrittenPage>,
  { find }: Directory,
): Mapped[] =>
  [...written]
    .filter(([site]) => find(site)?.departement === departement)
    .map(([site, { on }]) => ({ path: `/lieu/${site}`, on }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))

const writeDepartement = async (
  departement: string,
  due: readonly DuePages[],
  writing: Writing,
): Promise<void> => {
  const { deps, directory } = writing
  const { pages, files, origin } = deps
  const written = new Map(await pages.readWritten(departement))
  const listed = directory.entries.filter((entry) => entry.departement === departement).map(({ id }) => id)
  // Sites that have left keep a page, which names what the build has.
  const all = due.some((each) => each.departement) ? [...listed, ...written.keys()] : []
  const sites = new Set([...all, ...due.flatMap(({ site }) => site ?? [])])
  await writeSites([...sites], written, writing)
  await pages.noteWritten(departement, written)
  await files.write(sitemapPath(departement), sitemapOf(origin, mapOf(departement, written, directory)))
  // What became due since then has another mark, and stays.
  await mapAtOnce(due, AT_ONCE, pages.dropDue)
}

/** Those that have left the network are found by themselves. */
const departementOf = async ({ site, departement }: DuePages, { deps, directory }: Writing) =>
  departement ??
  (site && (directory.find(site)?.departement ?? (await deps.sites.findLocation(site))?.departement)) ??
  ''

const writeDue = async (due: readonly DuePages[], isOutOfTime: () => boolean, writing: Writing) => {
  const { deps, counts } = writing
  const places = await mapAtOnce(due, AT_ONCE, (each) => departementOf(each, writing))
  const byDepartement = Map.groupBy(due.entries(), ([at]) => places[at] ?? '')
  for (const [departement, entries] of byDepartement) {
    const theirs = entries.map(([, each]) => each)
    if (isOutOfTime()) counts.left += 1
    else if (departement) await writeDepartement(departement, theirs, writing)
    else for (const each of theirs) await deps.pages.dropDue(each)
  }
}

/**
 * Writes the pages of sites of which something has changed, in every language, and the map of all for search
 * engines. What fails or has no time left is still due. One run at a time: of two, the one that read earlier
 * might write later.
 */
export const writePages =
  (deps: WriteDeps) =>
  async (_: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<WrittenCounts> => {
    const { pages, files, origin } = deps
    const counts: WrittenCounts = { sites: 0, files: 0, failed: 0, left: 0 }
    const isNew = (await pages.readBuild()) !== buildOf(deps)
    if (!isNew && (await pages.listDue(deps.now())).length === 0) return counts
    const until = addMinutes(deps.now(), context.getRemainingTimeInMillis() / MINUTE_MS)
    if (!(await pages.takeLease(deps.now(), until))) return counts
    try {
      if (isNew) await beginBuild(deps, departementsOf(await deps.freshDirectory()))
      const due = await pages.listDue(deps.now())
      // Read after them: the directory changes before it makes pages due.
      const directory = await deps.freshDirectory()
      const isOutOfTime = () => context.getRemainingTimeInMillis() < NEEDED_MS
      await writeDue(due, isOutOfTime, { deps, directory, counts })
      await files.write('sitemap.xml', sitemapIndexOf(origin, ['pages', ...departementsOf(directory)]))
    } finally {
      await pages.giveLeaseBack(until)
    }
    if (counts.failed > 0) throw new Error(`${counts.failed} pages were not written`)
    return counts
  }
