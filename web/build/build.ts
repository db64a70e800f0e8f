import { createHash } from 'node:crypto'
import { cp, glob, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import type { Page } from '../kit/page.ts'
import { PAGES, type PageName, pageFile } from '../pages.ts'
import { excesses, tableOf, type Weight, weightOf } from './budget.ts'
import { ownScript, sourceOf, typography, virtual } from './build-plugins.ts'
import type { Assets } from './document.tsx'
import { PRELOADS } from './preload.ts'

/** The folder of the rooms. */
const WEB = join(import.meta.dirname, '..')
// A file that so many of the pages with a script load goes into the common one.
const COMMON_SHARE = 0.9
const FIRST_STYLES = ['tokens', 'base', 'layout'].map((name) => `kit/styles/${name}.css`)
const BROWSERS = ['es2022', 'chrome111', 'firefox114', 'safari16.4']

const shared = {
  absWorkingDir: WEB,
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
} satisfies BuildOptions

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

type Prerendering = { pages: Record<PageName, Page>; documentOf: (page: Page, assets: Assets) => string }

const loadPages = async (): Promise<Prerendering> => {
  const lines = PAGES.map((name, index) => `import { page as page${index} } from './${pageFile(name)}'`)
  const record = PAGES.map((name, index) => `'${name}': page${index}`).join(', ')
  const exports = ["export { documentOf } from './build/document.tsx'", `export const pages = { ${record} }`]
  const entry = [...lines, ...exports].join('\n')
  const plugins = [virtual('prerendering', WEB, () => entry), typography]
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['prerendering:all'],
    platform: 'node',
    plugins,
  })
  const folder = await mkdtemp(join(tmpdir(), 'restante-web-'))
  try {
    const file = join(folder, 'pages.mjs')
    await writeFile(file, outputFiles[0]?.contents ?? '')
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Scripts = { metafile: Metafile; contents: Map<string, Uint8Array> }

const addressOf = (output: string): string => output.replaceAll('\\', '/').replace(/.*(?=\/assets\/)/, '')

/** The page's own script first, then every chunk it imports, directly or not. */
const outputsOf = (name: PageName, { outputs }: Metafile): string[] => {
  const entry = Object.keys(outputs).find(
    (path) => outputs[path]?.entryPoint === `of-${name}:of-${name}:start`,
  )
  const reached = new Set(entry ? [entry] : [])
  for (const path of reached)
    for (const { path: imported } of outputs[path]?.imports ?? []) reached.add(imported)
  return [...reached]
}

const bundleScripts = (names: readonly PageName[], common: ReadonlySet<string>, out: string) => {
  const startOf = (name: PageName) => ({
    contents: [
      "import 'common:all'",
      "import { start } from './kit/start.tsx'",
      `import { page } from './${pageFile(name)}'`,
      'start(page)',
    ].join('\n'),
    resolveDir: WEB,
  })
  const importsOfCommon = () => [...common].map((file) => `import ${JSON.stringify(file)}`).join('\n')
  return build({
    ...shared,
    entryPoints: Object.fromEntries(names.map((name) => [name, `of-${name}:start`])),
    plugins: [
      ...names.map((name) => ownScript(name, common, startOf(name))),
      virtual('common', WEB, importsOfCommon),
      typography,
    ],
    outdir: join(out, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    splitting: true,
    minify: true,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    target: BROWSERS,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
}

/** The sources that many pages load, bundled in one file that is fetched once. */
const commonFilesOf = (names: readonly PageName[], metafile: Metafile): Set<string> => {
  const loads = names.flatMap((name) =>
    outputsOf(name, metafile).flatMap((path) =>
      Object.keys(metafile.outputs[path]?.inputs ?? {}).map((input) => resolve(WEB, sourceOf(input))),
    ),
  )
  const files = Map.groupBy(loads, (file) => file)
  return new Set(
    [...files].filter(([, users]) => users.length >= names.length * COMMON_SHARE).map(([file]) => file),
  )
}

const buildScripts = async (names: readonly PageName[], out: string): Promise<Scripts> => {
  const apart = await bundleScripts(names, new Set(), out)
  const { outputFiles, metafile } = await bundleScripts(names, commonFilesOf(names, apart.metafile), out)
  const contents = new Map(outputFiles.map((file) => [addressOf(file.path), file.contents]))
  return { metafile, contents }
}

/** One file without a shared chunk, so that it waits for nothing. */
const buildPreload = async (out: string): Promise<[address: string, content: Uint8Array]> => {
  const entry = () => `import { preload } from './build/preload.ts'\npreload(location.pathname.slice(1))`
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

type Site = { readonly css: string; readonly scripts: Scripts; readonly preload: string } & Prerendering

const writePage = async (
  name: PageName,
  { pages, documentOf, css, scripts, preload }: Site,
  out: string,
): Promise<Weight> => {
  const page = pages[name]
  const [script, ...chunks] = page.enhanced ? outputsOf(name, scripts.metafile).map(addressOf) : []
  if (page.enhanced && !script) throw new Error(`${name}: no script was built`)
  const first = name in PRELOADS ? { preload } : {}
  const html = documentOf(page, { css, chunks, ...first, ...(script ? { script } : {}) })
  await writeFile(join(out, `${name}.html`), html)
  const loaded = [...Object.values(first), ...(script ? [script, ...chunks] : [])]
  return weightOf(
    name,
    html,
    loaded.map((address) => scripts.contents.get(address) ?? new Uint8Array()),
  )
}

export type WebBuild = { readonly weights: readonly Weight[]; readonly metafile: Metafile }

/** Writes the site in `out` and `web-csp.json` beside it; throws when a page is above its budget. */
export const buildWeb = async ({ out }: { out: string }): Promise<WebBuild> => {
  const [css, prerendering] = await Promise.all([buildStylesheet(), loadPages()])
  const scripts = await buildScripts(
    PAGES.filter((name) => prerendering.pages[name].enhanced),
    out,
  )
  const [preload, preloadContent] = await buildPreload(out)
  scripts.contents.set(preload, preloadContent)
  await rm(out, { recursive: true, force: true })
  await mkdir(join(out, 'assets'), { recursive: true })
  await cp(join(WEB, 'public'), out, { recursive: true })
  for (const [address, content] of scripts.contents) await writeFile(join(out, address), content)
  const weights: Weight[] = []
  for (const name of PAGES)
    weights.push(await writePage(name, { ...prerendering, css, scripts, preload }, out))
  const styleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`
  await writeFile(join(out, '..', 'web-csp.json'), `${JSON.stringify({ styleHashes: [styleHash] })}\n`)
  const lines = excesses(weights)
  if (lines.length > 0) throw new Error(`Over budget:\n${lines.join('\n')}`)
  return { weights, metafile: scripts.metafile }
}

if (import.meta.main) {
  const { weights } = await buildWeb({ out: join(WEB, '..', 'dist', 'web') })
  console.log(tableOf(weights))
}
