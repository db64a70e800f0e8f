import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const UNIT = ['domain', 'contracts', 'web', 'architecture', 'infra']
const API = ['store', 'api', 'jobs', 'import']
/** They assert how long something takes, so nothing else may run beside them. */
const DEADLINES = ['faults', 'race', 'no-reply'].map((name) => `test/proof/${name}.test.ts`)

const filesIn = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

/** Everything, as CI wants it, or the share of it that is run every day: see `test/support/scope.ts`. */
const scopeOf = (mode: string) => (mode === 'all' || process.env.CI ? 'all' : 'everyday')

export default defineConfig(({ mode }) => {
  const scope = scopeOf(mode)
  const lane = (name: string, test: object) => ({
    test: {
      name,
      env: { RESTANTE_TEST_SCOPE: scope },
      // What hangs has shorter limits of its own: a request, a step of a page, a race.
      testTimeout: 90_000,
      hookTimeout: 90_000,
      ...test,
    },
  })
  const ENGINES = 'test/support/start-engines.ts'
  const withEngines = { globalSetup: ENGINES, provide: { scope } }
  return {
    test: {
      maxWorkers: availableParallelism(),
      projects: [
        lane('unit', { include: filesIn(UNIT), isolate: false, testTimeout: 20_000 }),
        lane('api', { include: filesIn(API), isolate: false, ...withEngines }),
        lane('browser', {
          include: filesIn(['browser', 'local']),
          ...withEngines,
          globalSetup: [ENGINES, 'test/support/start-browser.ts'],
        }),
        lane('proof', { include: filesIn(['proof']), exclude: DEADLINES, ...withEngines }),
        lane('deadline', {
          include: DEADLINES,
          ...withEngines,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        }),
      ],
    },
  }
})
