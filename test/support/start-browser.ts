import type { TestProject } from 'vitest/node'
import { serveBrowser } from './browser.ts'
import { prepareFolder } from './prepared-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser's address, or undefined where none starts. */
    browser: string
    /** A folder with the bare demo. */
    prepared: string
  }
}

/** Starts a browser and loads the demo, once for all test files of a project. */
export default async (project: TestProject) => {
  const server = await serveBrowser()
  project.provide('browser', server?.wsEndpoint() ?? '')
  project.provide('prepared', server ? await prepareFolder() : '')
  return () => server?.close()
}
