import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openEngine } from '../../infra/local/engine.ts'
import { TABLE_NAME } from '../../infra/local/functions.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { aLoadedFolder } from '../support/loaded-folder.ts'
import { type LocalService, runLocally } from '../support/local-service.ts'
import { contentsOf, restore } from '../support/restored-tables.ts'
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

const started = async (folder: string, variables: Record<string, string>): Promise<LocalService> => {
  const service = await runLocally(folder, variables)
  if (service.process.exitCode !== null) throw new Error(service.output())
  return service
}

const stageWith = async (browser: Browser, variables: Record<string, string>): Promise<Stage> => {
  const folder = await aLoadedFolder()
  let service = await started(folder, variables)
  const { origin } = service
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
      service = await started(folder, { ...variables, PORT: new URL(origin).port })
    },
    close: async () => {
      await closeVisits(browser)
      await service.stop('SIGTERM')
    },
  }
}

/** Of the engine that runs now, whose address changes with a restart. */
const tablesIn = async (folder: string): Promise<Table[]> => {
  const { endpoint } = await openEngine({ folder: join(folder, '.restante'), shared: true })
  const table = { client: localClient(endpoint), name: TABLE_NAME }
  return [table, ledgerBeside(table)]
}

/** The service of a process, whose data each test file finds as it was at the start. */
const sharedStageWith = async (browser: Browser) => {
  const stage = await stageWith(browser, {})
  const atStart = await contentsOf(await tablesIn(stage.folder))
  return { ...stage, reset: async () => restore(await tablesIn(stage.folder), atStart) }
}

let shared: ReturnType<typeof sharedStageWith> | undefined

/**
 * A service of its own, for a file that changes what is lent, which a search may remember for a minute, or that
 * needs another clock.
 */
export const openOwnStage = async (variables: Record<string, string> = {}): Promise<Stage | undefined> => {
  const browser = await openBrowser()
  return browser && stageWith(browser, variables)
}

/** The stage of the process, without what an earlier file left; undefined where no browser runs. */
export const openStage = async (): Promise<Stage | undefined> => {
  const browser = await openBrowser()
  if (!browser) return undefined
  const isFirst = !shared
  shared ??= sharedStageWith(browser).catch((error: unknown) => {
    shared = undefined
    throw error
  })
  const { reset, ...stage } = await shared
  if (!isFirst) await reset()
  return { ...stage, close: () => closeVisits(browser) }
}

let people = 0

export const aPerson = (name = 'Camille Ferrand'): Person => {
  people += 1
  return { name, email: `camille.ferrand${people}@example.org` }
}
