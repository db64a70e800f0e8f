/** The addresses of files that a function writes, and no build. */
export const WRITTEN_PAGES = ['/lieu/*', '/en/lieu/*', '/sitemaps/*', '/sitemap.xml', '/robots.txt']

export const isWritten = (path: string): boolean =>
  WRITTEN_PAGES.some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each))
