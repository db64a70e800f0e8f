import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { ROOT } from '../architecture/imports.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process for all pages of a visit: otherwise its empty first page has another.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
]

const MODULES = join(ROOT, 'node_modules')

const UNPACK = `
  const { default: packaged } = await import('@sparticuz/chromium')
  await packaged.executablePath()`

/** npm's Chromium unpacks into the temporary folder, its libraries only in Lambda's environment. */
const unpack = (folder: string): void => {
  if (existsSync(folder)) return
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    stdio: 'ignore',
  })
  // Chromium crashes on the first text field without a font; its own is enough.
  const fonts = `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}/fonts</dir>`
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<fontconfig>${fonts}<cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  )
  try {
    renameSync(fresh, folder)
  } catch {
    // Another test file unpacked it first.
    rmSync(fresh, { recursive: true, force: true })
  }
}

const packagedBrowser = (): LaunchOptions => {
  const { version } = JSON.parse(readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(MODULES, '.cache', `chromium-${version}`)
  unpack(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, FONTCONFIG_PATH: folder, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  }
}

const browsers = (): readonly (() => LaunchOptions)[] => {
  const chosen = process.env.RESTANTE_CHROMIUM
  return chosen
    ? [() => ({ executablePath: chosen })]
    : [packagedBrowser, () => ({ executablePath: '/usr/bin/chromium' })]
}

/** Launches the browser of `RESTANTE_CHROMIUM`, else npm's, else Debian's; reports when none starts. */
export const launchBrowser = async (): Promise<Browser | undefined> => {
  const reasons: string[] = []
  for (const options of browsers()) {
    try {
      return await chromium.launch({ args: FLAGS, ...options() })
    } catch (error) {
      reasons.push(String(error instanceof Error ? error.message.split('\n')[0] : error))
    }
  }
  const remedy = 'install Chromium (Debian: apt-get install chromium) or set RESTANTE_CHROMIUM to its path'
  console.log(`SKIPPED in a browser: ${remedy} (${reasons.join('; ')})`)
  return undefined
}
