import { readsAt } from '../kit/known.ts'
import type { PageName } from '../pages.ts'

type Reads = (query: URLSearchParams) => readonly string[]

const siteOf = (site: string | null): string[] =>
  site ? [`${readsAt()}/sites/${encodeURIComponent(site)}`] : []

/** The first reads of a page, known from its address; each equals a request of its script. */
export const PRELOADS: Partial<Record<PageName, Reads>> = {
  lieu: (query) => siteOf(query.get('id')).map((site) => `${site}/week`),
  reserver: (query) => siteOf(query.get('site')).flatMap((site) => [site, `${site}/availability?days=7`]),
}

/** Reads early, while the script loads; the browser reuses the answer for the same request. */
export const preload = (path: string): void => {
  const page = path.replace(/^\/(en\/)?/, '') as PageName
  for (const href of PRELOADS[page]?.(new URLSearchParams(location.search)) ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href })
    link.crossOrigin = 'anonymous'
    document.head.append(link)
  }
}
