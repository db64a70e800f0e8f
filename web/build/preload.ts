import { readsAt } from '../kit/known.ts'
import type { PageName } from '../pages.ts'

/** `of` is what the address names after the page. */
type Reads = (query: URLSearchParams, of?: string) => readonly string[]

const siteOf = (site?: string | null): string[] =>
  site ? [`${readsAt()}/sites/${encodeURIComponent(site)}`] : []

/** The first reads of a page, known from its address; each equals a request of its script. */
export const PRELOADS: Partial<Record<PageName, Reads>> = {
  lieu: (_, id) => siteOf(id).map((site) => `${site}/week`),
  reserver: (query) => siteOf(query.get('site')).flatMap((site) => [site, `${site}/availability?days=7`]),
}

/** Reads early, while the script loads; the browser reuses the answer for the same request. */
export const preload = (path: string): void => {
  const [page, of] = path.replace(/^\/(en\/)?/, '').split('/')
  for (const href of PRELOADS[page as PageName]?.(new URLSearchParams(location.search), of) ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href })
    link.crossOrigin = 'anonymous'
    document.head.append(link)
  }
}
