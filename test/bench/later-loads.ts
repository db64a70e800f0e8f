import type { Browser, Page } from 'playwright-core'
import { type Figure, medianAndRange, type Section } from './section.ts'
import { PAINTED_PAGES, Paints, PHONE, slowDown, WATCH_PAINTS } from './slow-phone.ts'
import { medianOf } from './stage.ts'

const RUNS = 5

type Workers = 'allow' | 'block'

/** The worker has kept the page, which the first visit has not gone through it for. */
const isKept = (page: Page, path: string) =>
  page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, path)

/** The first paint of a page that was visited before, in milliseconds. */
const load = async (browser: Browser, address: URL, serviceWorkers: Workers): Promise<number> => {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, serviceWorkers })
  try {
    const before = await context.newPage()
    await before.goto(address.href, { waitUntil: 'networkidle' })
    if (serviceWorkers === 'allow') await isKept(before, address.pathname)
    await before.close()
    const page = await context.newPage()
    await page.addInitScript(WATCH_PAINTS)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await slowDown(cdp)
    await page.goto(address.href, { waitUntil: 'networkidle' })
    return Paints.parse(await page.evaluate('paints')).first
  } finally {
    await context.close()
  }
}

const loads = async (browser: Browser, address: URL, workers: Workers): Promise<number[]> => {
  const all: number[] = []
  for (let run = 0; run < RUNS; run++) all.push(await load(browser, address, workers))
  return all
}

/** Pages that were visited before, with the service worker and without it. */
export const laterLoads = async (browser: Browser, origin: string): Promise<Section> => {
  const figures: Figure[] = []
  const shown = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  for (const [name, path] of Object.entries(PAINTED_PAGES)) {
    const without = await loads(browser, new URL(path, origin), 'block')
    const kept = await loads(browser, new URL(path, origin), 'allow')
    figures.push(
      { name: `${name}: first paint, without the worker`, measured: medianAndRange(without, shown) },
      { name: `${name}: first paint, with it`, measured: medianAndRange(kept, shown) },
      { name: `${name}: ratio`, measured: (medianOf(kept) / medianOf(without)).toFixed(2) },
    )
  }
  return { title: `Later load at 400 kbps, 400 ms and a CPU 4 times slower, ${RUNS} loads`, figures }
}
