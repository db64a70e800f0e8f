import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'
import type { Page } from '../kit/page.ts'
import { type PageName, pageFile } from '../pages.ts'
import { virtual, words } from './build-plugins.ts'
import type { Assets, documentOf } from './document.tsx'
import { inLanguage, shared, WEB } from './options.ts'
import { writeReference } from './write-reference.ts'

export type Prerendering = {
  readonly pages: Partial<Record<PageName, Page>>
  readonly documentOf: typeof documentOf
}

const nodeModule = async (options: BuildOptions): Promise<Uint8Array> => {
  const { outputFiles = [] } = await build({ ...shared, platform: 'node', ...options })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** The module that writes the page of a site, outside of the build. */
export const sitePageModule = (assets: Assets, language: Language): Promise<Uint8Array> =>
  nodeModule({
    entryPoints: ['./build/site-document.tsx'],
    plugins: [words(language)],
    minify: true,
    define: { ...inLanguage(language), SITE_ASSETS: JSON.stringify(assets) },
  })

/** The reference of the API, as text in the code of its page. */
const written = JSON.stringify(JSON.stringify(writeReference()))

export const loadPages = async (names: readonly PageName[], language: Language): Promise<Prerendering> => {
  const lines = names.map((name, index) => `import { page as page${index} } from './${pageFile(name)}'`)
  const record = names.map((name, index) => `'${name}': page${index}`).join(', ')
  const exports = ["export { documentOf } from './build/document.tsx'", `export const pages = { ${record} }`]
  const entry = [...lines, ...exports].join('\n')
  const plugins = [virtual('prerendering', WEB, () => entry), words(language)]
  const define = { ...inLanguage(language), 'process.env.RESTANTE_REFERENCE': written }
  const code = await nodeModule({ entryPoints: ['prerendering:all'], plugins, define })
  const folder = await mkdtemp(join(tmpdir(), 'restante-web-'))
  try {
    const file = join(folder, 'pages.mjs')
    await writeFile(file, code)
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(folder, { recursive: true })
  }
}
