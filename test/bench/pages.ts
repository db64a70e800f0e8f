import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type * as z from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { aFolder, runLocally } from '../support/local-service.ts'
import { laterLoads } from './later-loads.ts'
import { count, type Figure, kilobytes, medianAndRange, type Section } from './section.ts'
import { PAINTED_PAGES, Paints, PHONE, slowDown, WATCH_PAINTS } from './slow-phone.ts'
import { medianOf } from './stage.ts'

const RUNS = 5
const SETTLED_MS = 600

type Load = z.infer<typeof Paints> & { readonly bytes: number; readonly requests: number }

/** One visit with an empty cache, on a slow phone and a slow network. */
const load = async (browser: Browser, address: string): Promise<Load> => {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    await page.addInitScript(WATCH_PAINTS)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    let bytes = 0
    let requests = 0
    cdp.on('Network.requestWillBeSent', () => {
      requests++
    })
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await slowDown(cdp)
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForTimeout(SETTLED_MS)
    return { ...Paints.parse(await page.evaluate('paints')), bytes, requests }
  } finally {
    await context.close()
  }
}

const figuresOf = (name: string, loads: readonly Load[]): Figure[] => {
  const shown = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  const median = (of: 'bytes' | 'requests') => medianOf(loads.map((each) => each[of]))
  const range = (of: 'first' | 'largest' | 'times') =>
    medianAndRange(
      loads.map((each) => each[of]),
      shown,
    )
  const weight = `${kilobytes(median('bytes'))} in ${count(median('requests'))} requests`
  return [
    { name: `${name}: largest paint`, goal: '≤ 1.5 s', measured: range('largest') },
    { name: `${name}: first paint`, measured: range('first') },
    ...(loads.every(({ times }) => times > 0)
      ? [{ name: `${name}: free times visible`, goal: '≤ 1.5 s', measured: range('times') }]
      : []),
    { name: `${name}: transferred`, goal: '≤ 45 KB', measured: weight },
  ]
}

const loadPages = async (browser: Browser, origin: string): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [name, path] of Object.entries(PAINTED_PAGES)) {
    const loads: Load[] = []
    for (let run = 0; run < RUNS; run++) loads.push(await load(browser, `${origin}${path}`))
    figures.push(...figuresOf(name, loads))
  }
  return figures
}

/** First and later loads in a real browser that simulates an old phone on a weak network. */
export const pages = async (): Promise<Section[]> => {
  const browser = await launchBrowser()
  if (!browser) return []
  const folder = aFolder()
  const service = await runLocally(folder)
  try {
    const figures = await loadPages(browser, service.origin)
    const first = { title: `First load at 400 kbps, 400 ms and a CPU 4 times slower, ${RUNS} loads`, figures }
    return [first, await laterLoads(browser, service.origin)]
  } finally {
    await service.stop('SIGTERM')
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
