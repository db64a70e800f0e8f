import type { SitePageView } from '../../../shared/contracts/site-page.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { pageStore } from '../../../shared/store/page-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import type { pagesEnvironment } from '../../environment.ts'
import { tables } from '../../start-dependencies.ts'
import { bucketFiles, folderFiles } from './page-files.ts'
import type { WriteDeps } from './write-pages.ts'

/** What the build of the site puts beside this function, for one language. */
type SitePageModule = {
  readonly sitePage: (site: SitePageView, at: { readonly origin: string; readonly policy: string }) => string
  readonly foundByAll: readonly string[]
  readonly policy: string
  readonly build: string
}

const moduleIn = (language: Language): Promise<SitePageModule> =>
  import(new URL(`site-page-${language}.mjs`, import.meta.url).href)

export const writeDependencies = async ({
  RESTANTE_ORIGIN: origin,
  ...kept
}: ReturnType<typeof pagesEnvironment>): Promise<WriteDeps> => {
  const [fr, en] = await Promise.all([moduleIn('fr'), moduleIn('en')])
  const { table, ...beside } = tables()
  const modules = { fr, en }
  const htmlOf = (site: SitePageView, language: Language) =>
    modules[language].sitePage(site, { origin, policy: modules[language].policy })
  return {
    ...dependenciesOn(table, undefined, beside),
    pages: pageStore(table),
    files: kept.RESTANTE_PAGES_BUCKET
      ? await bucketFiles(kept.RESTANTE_PAGES_BUCKET)
      : folderFiles(kept.RESTANTE_PAGES_FOLDER ?? ''),
    sitePages: { build: fr.build + en.build, foundByAll: fr.foundByAll, htmlOf },
    origin,
  }
}
