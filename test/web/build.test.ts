import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUDGET, excesses } from '../../web/build/budget.ts'
import { buildWeb, type WebBuild } from '../../web/build/build.ts'
import { PAGES, type PageName } from '../../web/pages.ts'

let folder: string
let built: WebBuild
const html = new Map<PageName, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restante-build-'))
  built = await buildWeb({ out: join(folder, 'web') })
  for (const page of PAGES) html.set(page, await readFile(join(folder, 'web', `${page}.html`), 'utf8'))
})

afterAll(() => rm(folder, { recursive: true }))

test('every page is within its budget', () => {
  expect(built.weights.map(({ page }) => page)).toEqual([...PAGES])
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
  const libraries = Object.keys(built.metafiles.fr.inputs).filter((path) => path.includes('node_modules'))
  expect(libraries.filter((path) => !/node_modules\/(preact|uqr)\//.test(path))).toEqual([])
  expect(
    Object.keys(built.metafiles.fr.inputs).filter((path) => /shared\/(contracts|store)/.test(path)),
  ).toEqual([])
})

test('the content policy names the one stylesheet and the one script, inlined in every page', async () => {
  const hashes = JSON.parse(await readFile(join(folder, 'web-csp.json'), 'utf8'))
  for (const page of PAGES) {
    const inlined = (kind: string): string[] => {
      const found = (html.get(page) ?? '').matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gs'))
      return [...found].map(([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`)
    }
    expect(hashes).toEqual({ styleHashes: inlined('style'), scriptHashes: inlined('script') })
  }
})

test('files other than pages are named after their content', async () => {
  const assets = await readdir(join(folder, 'web', 'assets'))
  expect(assets.length).toBeGreaterThan(0)
  for (const name of assets) expect(name).toMatch(/^[a-z-]+-[0-9A-Z]{8}\.js$/)
})

describe.each(PAGES)('the page %s', (page) => {
  const body = () => (html.get(page) ?? '').replace(/<(style|script)>.*?<\/\1>/gs, '')

  test('needs nothing that a strict policy forbids', () => {
    expect(body()).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style/)
    for (const [, attributes = ''] of body().matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/ src="\/assets\//)
    for (const [, address = ''] of body().matchAll(/<(?:link|script|img)[^>]*(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^\//)
  })

  test('says without its script its language, one title and where to call', () => {
    expect(html.get(page)).toContain('<html lang="fr">')
    expect(body().match(/<h1/g)).toHaveLength(1)
    expect(body()).toMatch(/<title>[^<]+ · Restante<\/title>/)
    expect(body()).toContain('3631')
    expect(body()).toContain('au guichet')
  })

  test('links only to pages that exist', () => {
    for (const [, path = ''] of body().matchAll(/<a [^>]*href="\/([a-z-]*)[?"]/g))
      expect(PAGES).toContain(path === '' ? 'index' : path)
  })
})
