import type { CDPSession } from 'playwright-core'
import * as z from 'zod'

export const PHONE = { width: 360, height: 740 }

const BYTES_A_SECOND = 400_000 / 8
const LATENCY_MS = 400
const CPU_SLOWDOWN = 4

export const PAINTED_PAGES = {
  home: '/',
  site: '/lieu/09410A',
  booking: '/reserver?site=09410A',
}

export const WATCH_PAINTS = `
  globalThis.paints = { first: 0, largest: 0, times: 0 }
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) paints.largest = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') paints.first = startTime
  }).observe({ type: 'paint', buffered: true })
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#page a.time, #page .days')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => { paints.times = performance.now() }))
  }).observe(document, { childList: true, subtree: true })`

/** In milliseconds; `times` is 0 on a page without free times. */
export const Paints = z.object({ first: z.number(), largest: z.number(), times: z.number() })

export const slowDown = async (cdp: CDPSession): Promise<void> => {
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}
