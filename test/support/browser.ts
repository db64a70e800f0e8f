import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { ROOT } from '../architecture/imports.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** npm's own Chromium brings its libraries only where it believes itself on Lambda, and unpacks to the folder told here. */
const executablePath = async (): Promise<string> => {
  const { version } = createRequire(import.meta.url)('@sparticuz/chromium/package.json')
  const { AWS_LAMBDA_JS_RUNTIME: runtime, TMPDIR: folder } = process.env
  process.env.TMPDIR = join(ROOT, 'node_modules', '.cache', `chromium-${version}`)
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x'
  try {
    const { mkdirSync } = await import('node:fs')
    mkdirSync(process.env.TMPDIR, { recursive: true })
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } finally {
    restore('AWS_LAMBDA_JS_RUNTIME', runtime)
    restore('TMPDIR', folder)
  }
}

const restore = (name: string, value: string | undefined) => {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

/** A real browser: `RESTANTE_CHROMIUM` if set, else npm's; undefined, with a visible line, where neither runs. */
export const launchBrowser = async (): Promise<Browser | undefined> => {
  try {
    const path = process.env.RESTANTE_CHROMIUM ?? (await executablePath())
    return await chromium.launch({ executablePath: path, args: FLAGS })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    console.log(`SKIPPED in a browser: install Chromium and set RESTANTE_CHROMIUM to its path (${reason})`)
    return undefined
  }
}
