import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Loader, OnLoadResult, Plugin } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'

const WORDS = /words[\\/](fr|en)[\\/].*\.ts$/

/**
 * French puts an unbreakable space before high punctuation, and both languages between a number and its unit;
 * in code such a space is as good as another.
 */
const typeset = (text: string, language = ''): string =>
  language === 'en'
    ? text.replace(/(?<=\d) (?=(?:am|pm|noon|km)\b)/g, '\u00A0')
    : text.replace(/ (?=[?!:;»])/g, '\u00A0').replaceAll('« ', '«\u00A0')

const readSource = async (path: string): Promise<OnLoadResult> => {
  const text = await readFile(path, 'utf8')
  const [, language] = WORDS.exec(path) ?? []
  return {
    contents: language ? typeset(text, language) : text,
    loader: extname(path).slice(1) as Loader,
    resolveDir: dirname(path),
  }
}

/** Code names the French words: a build in English takes their twins. */
const twinOf = (file: string, language: Language): string =>
  language === 'en' ? file.replace(/([\\/]words[\\/])fr(?=[\\/])/, '$1en') : file

export const words = (language: Language): Plugin => ({
  name: 'words',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\..*words\/fr\//, namespace: 'file' }, ({ path, resolveDir }) => ({
      path: twinOf(join(resolveDir, path), language),
    }))
    onLoad({ filter: WORDS }, ({ path }) => readSource(path))
  },
})

/** Modules that are written by the build: `<name>:<argument>`. */
export const virtual = (
  name: string,
  resolveDir: string,
  contentsOf: (argument: string) => string,
): Plugin => ({
  name,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}:`) }, ({ path }) => ({ path, namespace: name }))
    onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
      contents: contentsOf(path.slice(name.length + 1)),
      loader: 'ts',
      resolveDir,
    }))
  },
})

type OwnScript = {
  readonly common: ReadonlySet<string>
  readonly language: Language
  readonly entry: OnLoadResult
}

const LATER = 'later:'

/** A part that a page imports later; it names the common files too, which would else be cut along it. */
const laterPart = (file: string): OnLoadResult => ({
  contents: `import 'common:all'\nexport * from './${basename(file)}'`,
  loader: 'ts',
  resolveDir: dirname(file),
})

/**
 * A page's own script, as `of-<page>:start`, is of one piece, with its copy of each file that is not in `common`.
 * Chunks for what a few pages share would be a dozen scraps that hardly compress. What `import()` loads later is
 * the same file for all pages.
 */
export const ownScript = (page: string, { common, language, entry }: OwnScript): Plugin => {
  const namespace = `of-${page}`
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${namespace}:`) }, ({ path }) => ({ path, namespace }))
      onResolve({ filter: /^\./, namespace }, ({ path, resolveDir, kind }) => {
        const file = twinOf(join(resolveDir, path), language)
        if (kind === 'dynamic-import') return { path: LATER + file, namespace }
        return common.has(file) ? { path: file } : { path: file, namespace }
      })
      onLoad({ filter: /.*/, namespace }, ({ path }) => {
        if (path.startsWith(LATER)) return laterPart(path.slice(LATER.length))
        return path === `${namespace}:start` ? entry : readSource(path)
      })
    },
  }
}

/** The file behind an input of the metafile, whichever page has its copy. */
export const sourceOf = (input: string): string => input.replace(/^of-[a-z-]+:/, '')
