import type { PageName } from '../pages.ts'

type Reads = (query: URLSearchParams) => readonly string[]

const siteAndWeek = (site: string | null): string[] => {
  const address = `/api/sites/${encodeURIComponent(site ?? '')}`
  return site ? [address, `${address}/availability?days=7`] : []
}

/** The first reads of a page, known from its address; each equals a request of its script. */
export const PRELOADS: Partial<Record<PageName, Reads>> = {
  lieu: (query) => siteAndWeek(query.get('id')),
  reserver: (query) => siteAndWeek(query.get('site')),
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
