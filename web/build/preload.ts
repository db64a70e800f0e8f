import type { PageName } from '../pages.ts'

type Reads = (query: URLSearchParams) => readonly string[]

const siteAndWeek = (site: string | null): string[] => {
  const address = `/api/sites/${encodeURIComponent(site ?? '')}`
  return site ? [address, `${address}/availability?days=7`] : []
}

/** The first reads of a page, known from its address alone; each is exactly the request of its script. */
export const PRELOADS: Partial<Record<PageName, Reads>> = {
  lieu: (query) => siteAndWeek(query.get('id')),
  reserver: (query) => siteAndWeek(query.get('site')),
}

/** Preloads while the page's own script is still loading; the browser gives that answer to the same request later. */
export const preload = (page: PageName): void => {
  for (const href of PRELOADS[page]?.(new URLSearchParams(location.search)) ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href })
    link.crossOrigin = 'anonymous'
    document.head.append(link)
  }
}
