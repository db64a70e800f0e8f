import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import type { Language } from '../../shared/domain/language.ts'

/** The folder of the rooms. */
export const WEB = join(import.meta.dirname, '..')
export const BROWSERS = ['es2022', 'chrome111', 'firefox114', 'safari16.4']

export const shared = {
  absWorkingDir: WEB,
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
} satisfies BuildOptions

/** What tells code in which language it is built. */
export const inLanguage = (language: Language) => ({ 'process.env.RESTANTE_LANGUAGE': `"${language}"` })
