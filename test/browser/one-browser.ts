import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'

let launched: Promise<Browser | undefined> | undefined

/** One browser for all test files of a process, with which it ends; undefined where none starts. */
export const openBrowser = (): Promise<Browser | undefined> => {
  launched ??= launchBrowser()
  return launched
}

/** Leaves the browser to the next test file. */
export const closeVisits = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
