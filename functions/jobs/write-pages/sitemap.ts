import { LANGUAGES, type Language } from '../../../shared/domain/language.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'

/** In French; its twin in English stands under `/en`. */
export type Mapped = { readonly path: string; readonly on?: LocalDate }

const NAMESPACES =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

const document = (lines: readonly string[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n')

const lastChanged = (on: LocalDate | undefined): string => (on ? `<lastmod>${on}</lastmod>` : '')

/** Paths are ours, and need no escaping. */
export const sitemapOf = (origin: string, pages: readonly Mapped[]): string => {
  const address = (path: string, language: Language) =>
    `${origin}${language === 'en' ? `/en${path === '/' ? '' : path}` : path}`
  const alternates = (path: string) =>
    LANGUAGES.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(path, language)}"/>`,
    ).join('')
  const lines = pages.flatMap(({ path, on }) =>
    LANGUAGES.map(
      (language) => `<url><loc>${address(path, language)}</loc>${lastChanged(on)}${alternates(path)}</url>`,
    ),
  )
  return document([`<urlset ${NAMESPACES}>`, ...lines, '</urlset>'])
}

export const sitemapPath = (name: string): string => `sitemaps/${name}.xml`

export const sitemapIndexOf = (origin: string, names: readonly string[]): string =>
  document([
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...names.map((name) => `<sitemap><loc>${origin}/${sitemapPath(name)}</loc></sitemap>`),
    '</sitemapindex>',
  ])

/** Staff and personal pages say themselves that they are not to be found; answers of the API say nothing. */
export const robotsOf = (origin: string): string =>
  ['User-agent: *', 'Disallow: /api/', 'Allow: /api/public/', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
