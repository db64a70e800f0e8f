import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The browser shared by all test files; undefined where none starts, which the start has reported. */
export const connectBrowser = async (): Promise<Browser | undefined> => {
  const address = inject('browser')
  return address ? chromium.connect(address) : undefined
}
