import type { PageName } from './pages.ts'

type Reads = (query: URLSearchParams) => readonly string[]

const siteAndWeek = (site: string | null): string[] => {
  const address = `/api/sites/${encodeURIComponent(site ?? '')}`
  return site ? [address, `${address}/availability?days=7`] : []
}

/** What a page reads first, known from its address alone; written as its script will ask for it. */
export const EARLY_READS: Partial<Record<PageName, Reads>> = {
  lieu: (query) => siteAndWeek(query.get('id')),
  reserver: (query) => siteAndWeek(query.get('site')),
}

/** Asks while the page's own script is still on its way: the browser hands the answer over when it is asked again. */
export const readEarly = (page: PageName): void => {
  for (const href of EARLY_READS[page]?.(new URLSearchParams(location.search)) ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href })
    link.crossOrigin = 'anonymous'
    document.head.append(link)
  }
}
