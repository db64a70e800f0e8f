import { createHash } from 'node:crypto'
import { cp, glob, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'
import { isFrenchOnly } from '../french-only.ts'
import { PAGES, type PageName } from '../pages.ts'
import { excesses, tableOf, type Weight, weightOf } from './budget.ts'
import { virtual } from './build-plugins.ts'
import { BROWSERS, shared, WEB } from './options.ts'
import { PRELOADS } from './preload.ts'
import { loadPages, type Prerendering } from './prerender.ts'
import { addressOf, buildScripts, outputsOf, type Scripts } from './scripts.ts'

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

/** One file without a shared chunk, so that it waits for nothing. */
const buildPreload = async (out: string): Promise<[address: string, content: Uint8Array]> => {
  const entry = () => `import { preload } from './build/preload.ts'\npreload(location.pathname)`
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { preload: 'preload:all' },
    plugins: [virtual('preload', WEB, entry)],
    outdir: join(out, 'assets'),
    entryNames: '[name]-[hash]',
    format: 'iife',
    minify: true,
    target: BROWSERS,
  })
  const [{ path, contents } = { path: '', contents: new Uint8Array() }] = outputFiles
  return [addressOf(path), contents]
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
  readonly preload: readonly [address: string, content: Uint8Array]
  readonly out: string
}

const writePage = async (
  name: PageName,
  { pages, documentOf, language, scripts }: Tree,
  { css, preload, out }: Common,
): Promise<Weight> => {
  const page = pages[name]
  if (!page) throw new Error(`${name}: no page was built`)
  const [script, ...chunks] = page.enhanced ? outputsOf(name, scripts.metafile).map(addressOf) : []
  if (page.enhanced && !script) throw new Error(`${name}: no script was built`)
  const first = name in PRELOADS ? { preload: preload[0] } : {}
  const html = documentOf(page, name, { css, chunks, ...first, ...(script ? { script } : {}) })
  const path = language === 'fr' ? name : `${language}/${name}`
  await writeFile(join(out, `${path}.html`), html)
  const contents = new Map([...scripts.contents, preload])
  const loaded = [...Object.values(first), ...(script ? [script, ...chunks] : [])]
  return weightOf(
    path,
    html,
    loaded.map((address) => contents.get(address) ?? new Uint8Array()),
  )
}

const writeTree = async (tree: Tree, common: Common): Promise<Weight[]> => {
  const weights: Weight[] = []
  for (const [address, content] of tree.scripts.contents) await writeFile(join(common.out, address), content)
  for (const name of tree.names) weights.push(await writePage(name, tree, common))
  return weights
}

export type WebBuild = {
  readonly weights: readonly Weight[]
  readonly metafiles: Readonly<Record<Language, Metafile>>
}

/** Writes the site in `out` and `web-csp.json` beside it; throws when a page is above its budget. */
export const buildWeb = async ({ out }: { out: string }): Promise<WebBuild> => {
  const [css, preload, french, english] = await Promise.all([
    buildStylesheet(),
    buildPreload(out),
    buildTree('fr', out),
    buildTree('en', out),
  ])
  await rm(out, { recursive: true, force: true })
  for (const folder of ['assets', 'en']) await mkdir(join(out, folder), { recursive: true })
  await cp(join(WEB, 'public'), out, { recursive: true })
  await writeFile(join(out, preload[0]), preload[1])
  const common = { css, preload, out }
  const weights = [...(await writeTree(french, common)), ...(await writeTree(english, common))]
  const styleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`
  await writeFile(join(out, '..', 'web-csp.json'), `${JSON.stringify({ styleHashes: [styleHash] })}\n`)
  const lines = excesses(weights)
  if (lines.length > 0) throw new Error(`Over budget:\n${lines.join('\n')}`)
  return { weights, metafiles: { fr: french.scripts.metafile, en: english.scripts.metafile } }
}

if (import.meta.main) {
  const { weights } = await buildWeb({ out: join(WEB, '..', 'dist', 'web') })
  console.log(tableOf(weights))
}
