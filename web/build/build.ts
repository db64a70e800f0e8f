import { createHash } from 'node:crypto'
import { cp, glob, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'
import { isFrenchOnly } from '../french-only.ts'
import { PAGES, type PageName } from '../pages.ts'
import { hasStaffStyles } from '../staff/staff-pages.ts'
import { excesses, tableOf, type Weight, weightOf } from './budget.ts'
import { buildWorker, WORKER } from './build-worker.ts'
import type { Assets } from './document.tsx'
import { BROWSERS, shared, WEB } from './options.ts'
import { laterOutputsOf, outputsOf } from './outputs.ts'
import { loadPages, type Prerendering, sitePageModule } from './prerender.ts'
import { addressOf, buildScripts, type Scripts } from './scripts.ts'

const FIRST_STYLES = ['tokens', 'base', 'layout'].map((name) => `kit/styles/${name}.css`)
const LAST_STYLES = ['kit/styles/print.css']
/** Rooms whose pages are all of staff: visitors do without their styles. */
export const STAFF_ROOMS: readonly string[] = [
  'attendance',
  'closure',
  'counter',
  'figures',
  'lending',
  'mediator',
  'membership',
  'planner',
  'staff',
  'today',
  'tools',
]

type Styles = { readonly everybody: string; readonly staff: string }

const bundled = async (files: readonly string[]): Promise<string> => {
  const contents = files.map((file) => `@import './${file}';`).join('\n')
  const stdin = { contents, resolveDir: WEB, loader: 'css' } as const
  const { outputFiles } = await build({ ...shared, stdin, minify: true, target: BROWSERS })
  return outputFiles[0]?.text.trim() ?? ''
}

/** Two stylesheets: that of every page, and what pages of staff have after it. */
const buildStyles = async (): Promise<Styles> => {
  const parts: string[] = []
  for await (const file of glob('**/*.css', { cwd: WEB, exclude: ['kit/styles'] }))
    parts.push(file.replaceAll('\\', '/'))
  // Of two equal rules the later one wins, so the order must not depend on rooms.
  parts.sort((one, other) => (basename(one) < basename(other) ? -1 : 1))
  const isOfStaff = (file: string): boolean => STAFF_ROOMS.includes(file.split('/')[0] ?? '')
  const [everybody, staff] = await Promise.all([
    bundled([...FIRST_STYLES, ...parts.filter((file) => !isOfStaff(file)), ...LAST_STYLES]),
    bundled(parts.filter(isOfStaff)),
  ])
  return { everybody, staff }
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
  readonly styles: Styles
  readonly early: string
  readonly out: string
}

const assetsOf = (name: PageName, { pages, scripts }: Tree, { styles, early }: Common): Assets => {
  const [script, ...chunks] = outputsOf(name, scripts.metafile).map(addressOf)
  if (pages[name]?.enhanced && !script) throw new Error(`${name}: no script was built`)
  const css = hasStaffStyles(name) ? [styles.everybody, styles.staff] : [styles.everybody]
  return { css, early, chunks, ...(script ? { script } : {}) }
}

const writePage = async (name: PageName, tree: Tree, common: Common): Promise<Weight> => {
  const { pages, documentOf, language, scripts } = tree
  const { out } = common
  const page = pages[name]
  if (!page) throw new Error(`${name}: no page was built`)
  const assets = assetsOf(name, tree, common)
  const { script, chunks } = assets
  const html = documentOf(page, name, assets)
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

/** Beside the site: a function writes the pages of sites. */
const writeSitePages = async (trees: readonly Tree[], common: Common): Promise<void> => {
  const folder = join(common.out, '..', 'site-pages')
  await mkdir(folder, { recursive: true })
  for (const tree of trees)
    await writeFile(
      join(folder, `${tree.language}.mjs`),
      await sitePageModule(assetsOf('lieu', tree, common), tree.language),
    )
}

const hashOf = (inline: string): string => `sha256-${createHash('sha256').update(inline).digest('base64')}`

export type WebBuild = {
  readonly weights: readonly Weight[]
  /** The sources of the scripts. */
  readonly inputs: Readonly<Record<Language, readonly string[]>>
}

/** Writes the site in `out`, `web-csp.json` and what it weighs beside it; throws when a page is above its budget. */
export const buildWeb = async ({ out }: { out: string }): Promise<WebBuild> => {
  const [styles, early, french, english] = await Promise.all([
    buildStyles(),
    buildEarly(),
    buildTree('fr', out),
    buildTree('en', out),
  ])
  await rm(out, { recursive: true, force: true })
  for (const folder of ['assets', 'en']) await mkdir(join(out, folder), { recursive: true })
  await cp(join(WEB, 'public'), out, { recursive: true })
  const common = { styles, early, out }
  const weights = [...(await writeTree(french, common)), ...(await writeTree(english, common))]
  await writeSitePages([french, english], common)
  await writeFile(join(out, WORKER), await buildWorker(out))
  const hashes = { styleHashes: Object.values(styles).map(hashOf), scriptHashes: [hashOf(early)] }
  await writeFile(
    join(out, '..', 'web-csp.json'),
    `${JSON.stringify(hashes)}
`,
  )
  const lines = excesses(weights)
  if (lines.length > 0) throw new Error(`Over budget:\n${lines.join('\n')}`)
  const inputsOf = ({ scripts }: Tree) => Object.keys(scripts.metafile.inputs)
  const built = { weights, inputs: { fr: inputsOf(french), en: inputsOf(english) } }
  await writeFile(`${out}.json`, JSON.stringify(built))
  return built
}

if (import.meta.main) {
  const { weights } = await buildWeb({ out: join(WEB, '..', 'dist', 'web') })
  console.log(tableOf(weights))
}
