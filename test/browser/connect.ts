import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The browser of all test files; undefined where none starts, which has been said. */
export const connectBrowser = async (): Promise<Browser | undefined> => {
  const address = inject('browser')
  return address ? chromium.connect(address) : undefined
}
