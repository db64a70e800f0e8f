import { join, resolve } from 'node:path'
import { build, type Metafile } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'
import { type PageName, pageFile } from '../pages.ts'
import { ownScript, sourceOf, virtual, words } from './build-plugins.ts'
import { BROWSERS, inLanguage, shared, WEB } from './options.ts'
import { outputsOf } from './outputs.ts'

// A file that so many of the pages with a script load goes into the common one.
const COMMON_SHARE = 0.9

export type Scripts = { metafile: Metafile; contents: Map<string, Uint8Array> }

export const addressOf = (output: string): string =>
  output.replaceAll('\\', '/').replace(/.*(?=\/assets\/)/, '')

type Bundled = { readonly names: readonly PageName[]; readonly language: Language; readonly out: string }

const bundleScripts = ({ names, language, out }: Bundled, common: ReadonlySet<string>) => {
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
      ...names.map((name) => ownScript(name, { common, language, entry: startOf(name) })),
      virtual('common', WEB, importsOfCommon),
      words(language),
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
    define: { 'process.env.NODE_ENV': '"production"', ...inLanguage(language) },
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

export const buildScripts = async (bundled: Bundled): Promise<Scripts> => {
  const apart = await bundleScripts(bundled, new Set())
  const { outputFiles, metafile } = await bundleScripts(bundled, commonFilesOf(bundled.names, apart.metafile))
  const contents = new Map(outputFiles.map((file) => [addressOf(file.path), file.contents]))
  return { metafile, contents }
}
