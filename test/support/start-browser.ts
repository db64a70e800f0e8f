import type { TestProject } from 'vitest/node'
import { serveBrowser } from './browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Its address, or nothing where no browser starts. */
    browser: string
  }
}

/** Starts a real browser, once for all test files of a project. */
export default async (project: TestProject) => {
  const server = await serveBrowser()
  project.provide('browser', server?.wsEndpoint() ?? '')
  return () => server?.close()
}
