import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { aLoadedFolder } from '../support/loaded-folder.ts'
import { type LocalService, runLocally } from '../support/local-service.ts'
import { closeVisits, openBrowser } from './one-browser.ts'
import { type Watch, watch } from './watch.ts'

export type Person = { readonly name: string; readonly email: string }

export type Visit = { readonly page: Page; readonly watch: Watch }

/** One service in a folder of its own, and one browser; each visit is a new person in a new context. */
export type Stage = {
  readonly origin: string
  /** Where the service keeps its data. */
  readonly folder: string
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>
  /** Kills the service, and starts it again on the same folder and port. */
  readonly killAndRestart: () => Promise<void>
  readonly close: () => Promise<void>
}

const started = async (folder: string, port?: string): Promise<LocalService> => {
  const service = await runLocally(folder, port ? { PORT: port } : {})
  if (service.process.exitCode !== null) throw new Error(service.output())
  return service
}

const stageWith = async (browser: Browser): Promise<Stage> => {
  const folder = aLoadedFolder()
  let service = await started(folder)
  const { origin } = service
  // Cleans up where a test file stops before its end.
  process.once('exit', () => service.process.kill('SIGTERM'))
  return {
    origin,
    folder,
    visit: async (options = {}) => {
      // Requests of a service worker pass by the routes of a test.
      const blocked = { serviceWorkers: 'block' } as const
      const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR', ...blocked, ...options })
      context.setDefaultTimeout(10_000)
      return { page: await context.newPage(), watch: watch(context, origin) }
    },
    killAndRestart: async () => {
      await service.stop('SIGKILL')
      service = await started(folder, new URL(origin).port)
    },
    close: async () => {
      await closeVisits(browser)
      await service.stop('SIGTERM')
    },
  }
}

/** Undefined where no browser runs, which is reported on a line. */
export const openStage = async (): Promise<Stage | undefined> => {
  const browser = await openBrowser()
  return browser && stageWith(browser)
}

let people = 0

export const aPerson = (name = 'Camille Ferrand'): Person => {
  people += 1
  return { name, email: `camille.ferrand${people}@example.org` }
}
