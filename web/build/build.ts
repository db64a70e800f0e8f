import { createHash } from 'node:crypto'
import { cp, glob, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'
import { isFrenchOnly } from '../french-only.ts'
import { PAGES, type PageName } from '../pages.ts'
import { excesses, tableOf, type Weight, weightOf } from './budget.ts'
import { buildWorker, WORKER } from './build-worker.ts'
import { BROWSERS, shared, WEB } from './options.ts'
import { laterOutputsOf, outputsOf } from './outputs.ts'
import { loadPages, type Prerendering } from './prerender.ts'
import { addressOf, buildScripts, type Scripts } from './scripts.ts'

const FIRST_STYLES = ['tokens', 'base', 'layout'].map((name) => `kit/styles/${name}.css`)
const buildStylesheet = async (): Promise<string> => {
  const parts: string[] = []
  for await (const file of glob('**/*.css', { cwd: WEB, exclude: ['kit/styles'] })) parts.push(file)
  // Of two equal rules the later one wins, so the order must not depend on rooms.
  parts.sort((one, other) => (basename(one) < basename(other) ? -1 : 1))
  const files = [...FIRST_STYLES, ...parts, 'kit/styles/print.css']
  const contents = files.map((file) => `@import './${file.replaceAll('\\', '/')}';`).join('\n')
  const stdin = { contents, resolveDir: WEB, loader: 'css' } as const
  const { outputFiles } = await build({ ...shared, stdin, minify: true, target: BROWSERS })
  return outputFiles[0]?.text.trim() ?? ''
}

/** The inline script of every page: it waits for nothing. */
const buildEarly = async (): Promise<string> => {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['./build/early.ts'],
    format: 'iife',
    minify: true,
    target: BROWSERS,
  })
  return outputFiles[0]?.text.trim() ?? ''
}

/** The pages in one language. */
type Tree = Prerendering & {
  readonly language: Language
  readonly names: readonly PageName[]
  readonly scripts: Scripts
}

const buildTree = async (language: Language, out: string): Promise<Tree> => {
  const names = PAGES.filter((name) => language === 'fr' || !isFrenchOnly(name))
  const prerendering = await loadPages(names, language)
  const enhanced = names.filter((name) => prerendering.pages[name]?.enhanced)
  return { ...prerendering, language, names, scripts: await buildScripts({ names: enhanced, language, out }) }
}

type Common = {
  readonly css: string
  readonly early: string
  readonly out: string
}

const writePage = async (
  name: PageName,
  { pages, documentOf, language, scripts }: Tree,
  { css, early, out }: Common,
): Promise<Weight> => {
  const page = pages[name]
  if (!page) throw new Error(`${name}: no page was built`)
  const [script, ...chunks] = page.enhanced ? outputsOf(name, scripts.metafile).map(addressOf) : []
  if (page.enhanced && !script) throw new Error(`${name}: no script was built`)
  const html = documentOf(page, name, { css, early, chunks, ...(script ? { script } : {}) })
  const path = language === 'fr' ? name : `${language}/${name}`
  await writeFile(join(out, `${path}.html`), html)
  const loaded = script ? [script, ...chunks] : []
  const contentsOf = (addresses: readonly string[]) =>
    addresses.map((address) => scripts.contents.get(address) ?? new Uint8Array())
  const later = laterOutputsOf(name, scripts.metafile).map(addressOf)
  return weightOf(path, { html, scripts: contentsOf(loaded), later: contentsOf(later) })
}

const writeTree = async (tree: Tree, common: Common): Promise<Weight[]> => {
  const weights: Weight[] = []
  for (const [address, content] of tree.scripts.contents) await writeFile(join(common.out, address), content)
  for (const name of tree.names) weights.push(await writePage(name, tree, common))
  return weights
}

const hashOf = (inline: string): string => `sha256-${createHash('sha256').update(inline).digest('base64')}`

export type WebBuild = {
  readonly weights: readonly Weight[]
  readonly metafiles: Readonly<Record<Language, Metafile>>
}

/** Writes the site in `out` and `web-csp.json` beside it; throws when a page is above its budget. */
export const buildWeb = async ({ out }: { out: string }): Promise<WebBuild> => {
  const [css, early, french, english] = await Promise.all([
    buildStylesheet(),
    buildEarly(),
    buildTree('fr', out),
    buildTree('en', out),
  ])
  await rm(out, { recursive: true, force: true })
  for (const folder of ['assets', 'en']) await mkdir(join(out, folder), { recursive: true })
  await cp(join(WEB, 'public'), out, { recursive: true })
  const common = { css, early, out }
  const weights = [...(await writeTree(french, common)), ...(await writeTree(english, common))]
  await writeFile(join(out, WORKER), await buildWorker(out))
  const hashes = { styleHashes: [hashOf(css)], scriptHashes: [hashOf(early)] }
  await writeFile(
    join(out, '..', 'web-csp.json'),
    `${JSON.stringify(hashes)}
`,
  )
  const lines = excesses(weights)
  if (lines.length > 0) throw new Error(`Over budget:\n${lines.join('\n')}`)
  return { weights, metafiles: { fr: french.scripts.metafile, en: english.scripts.metafile } }
}

if (import.meta.main) {
  const { weights } = await buildWeb({ out: join(WEB, '..', 'dist', 'web') })
  console.log(tableOf(weights))
}
