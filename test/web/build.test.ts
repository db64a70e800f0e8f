import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { BUDGET, excesses } from '../../web/build/budget.ts'
import { buildWeb } from '../../web/build/build.ts'
import { isFrenchOnly } from '../../web/french-only.ts'
import { PAGES, type PageName } from '../../web/pages.ts'
import { hasStaffStyles } from '../../web/staff/staff-pages.ts'
import { isFrench } from '../architecture/texts.ts'
import { upToDate } from '../support/built.ts'

const { out, built } = await upToDate('web', (folder) => buildWeb({ out: folder }))
/** As addresses name them: `lieux`, `en/lieux`. */
const IN_ENGLISH = PAGES.filter((name) => !isFrenchOnly(name)).map((name) => `en/${name}`)
const BUILT = [...PAGES, ...IN_ENGLISH]
const html = new Map<string, string>()

beforeAll(async () => {
  for (const page of BUILT) html.set(page, await readFile(join(out, `${page}.html`), 'utf8'))
})

test('every page is within its budget', () => {
  expect(built.weights.map(({ page }) => page)).toEqual(BUILT)
  expect(excesses(built.weights)).toEqual([])
})

test('a page above its budget is named with its figure', () => {
  const weight = {
    page: 'lieux',
    html: BUDGET.html + 1,
    script: BUDGET.script,
    total: BUDGET.total,
    later: 0,
  }
  expect(excesses([weight])).toEqual([
    `lieux: html weighs ${BUDGET.html + 1} bytes after gzip, the budget is ${BUDGET.html}`,
  ])
})

test('browsers get nothing of the server, and no libraries but Preact and the drawer of codes', () => {
  const libraries = built.inputs.fr.filter((path) => path.includes('node_modules'))
  expect(libraries.filter((path) => !/node_modules\/(preact|uqr)\//.test(path))).toEqual([])
  expect(built.inputs.fr.filter((path) => /shared\/(contracts|store)/.test(path))).toEqual([])
})

test('the content policy names the stylesheet of every page, that of staff, and the one script, all inlined', async () => {
  const hashes = JSON.parse(await readFile(join(out, '..', 'web-csp.json'), 'utf8'))
  for (const page of BUILT) {
    const inlined = (kind: string): string[] => {
      const found = (html.get(page) ?? '').matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gs'))
      return [...found].map(([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`)
    }
    const styles = hasStaffStyles(page as PageName) ? hashes.styleHashes : hashes.styleHashes.slice(0, 1)
    expect([inlined('style'), inlined('script')]).toEqual([styles, hashes.scriptHashes])
  }
})

test('files other than pages are named after their content', async () => {
  const assets = await readdir(join(out, 'assets'))
  expect(assets.length).toBeGreaterThan(0)
  for (const name of assets) expect(name).toMatch(/^[a-z-]+-[0-9A-Z]{8}\.js$/)
})

describe.each(BUILT)('the page %s', (page) => {
  const isInEnglish = page.startsWith('en/')
  const body = () => (html.get(page) ?? '').replace(/<(style|script)>.*?<\/\1>/gs, '')

  test('needs nothing that a strict policy forbids', () => {
    expect(body()).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style/)
    for (const [, attributes = ''] of body().matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/ src="\/assets\//)
    for (const [, address = ''] of body().matchAll(/<(?:link|script|img)[^>]*(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^\//)
  })

  test('says without its script its language, one title and where to call', () => {
    expect(html.get(page)).toContain(`<html lang="${isInEnglish ? 'en' : 'fr'}">`)
    expect(body().match(/<h1/g)).toHaveLength(1)
    expect(body()).toMatch(/<title>[^<]+ · Restante<\/title>/)
    expect(body()).toContain('3631')
    expect(body()).toContain(isInEnglish ? 'counter' : 'au guichet')
  })

  test('links only to pages that exist, in its language where they are in both', () => {
    const links = [...body().matchAll(/<(?:a|form) [^>]*(?:href|action)="(\/[^"#?]*)[^>]*>/g)]
    for (const [element, path = ''] of links) {
      if (path.startsWith('/api/')) continue
      const name = path === '/' ? 'index' : path === '/en/' ? 'en/index' : path.slice(1)
      expect(BUILT).toContain(name)
      if (isInEnglish && !element.includes('hreflang')) expect(path).toMatch(/^\/en\//)
    }
  })
})

const textsOf = (page: string): string[] =>
  (html.get(page) ?? '')
    .replace(/<style>.*?<\/style>|<svg.*?<\/svg>|<[^>]* lang="fr".*?<\/a>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter(Boolean)

/** Names, and words of administration that people meet on the spot. */
const KEPT =
  /La Poste|Défenseur des droits|Licence Ouverte|La Coop de la médiation numérique|département|Poste restante/g

test.each(IN_ENGLISH)('the page %s says nothing in French', (page) => {
  expect(textsOf(page).filter((text) => isFrench(text.replace(KEPT, '')))).toEqual([])
})

test('scripts of pages in English have no French words', () => {
  expect(built.inputs.en.filter((path) => path.includes('words/fr'))).toEqual([])
  expect(built.inputs.fr.filter((path) => path.includes('words/en'))).toEqual([])
})

test('a page in both languages names the other one to search engines, and leads there', () => {
  for (const page of ['lieux', 'en/lieux']) {
    expect(html.get(page)).toContain('<link rel="alternate" hreflang="fr" href="/lieux"/>')
    expect(html.get(page)).toContain('<link rel="alternate" hreflang="en" href="/en/lieux"/>')
  }
  expect(html.get('lieux')).toContain('href="/en/lieux?langue=en"')
  expect(html.get('en/lieux')).toContain('href="/lieux?langue=fr"')
  expect(html.get('planning')).not.toContain('rel="alternate"')
})
