import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const UNIT = ['domain', 'calendars', 'contracts', 'web', 'architecture', 'infra', 'http']
const API = ['store', 'api', 'jobs', 'import']
/** What others tell every day of the service and its places, these tell of one more part, or place. */
const ONLY_IN_ALL = [
  ...['engine-stops', 'issuer', 'living-demo', 'lock-run', 'series-run'].map(
    (name) => `test/local/${name}.test.ts`,
  ),
  ...['closures', 'le-thuit', 'marmande', 'montpezat', 'network', 'partners'].map(
    (name) => `test/scenarios/${name}.test.ts`,
  ),
]
/** They assert how long something takes: nothing else runs beside them. */
const DEADLINES = ['lasting-faults', 'no-reply']
/** Where everything runs, so many people come at once that the machine has to be theirs. */
const CROWDS = ['race', 'workshop-race']

const filesIn = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

export default defineConfig(({ mode }) => {
  // Everything, as CI wants it, or the share of it that is run every day: see `test/support/scope.ts`.
  const isAll = mode === 'all' || Boolean(process.env.CI)
  const scope = isAll ? 'all' : 'everyday'
  const alone = [...DEADLINES, ...(isAll ? CROWDS : [])].map((name) => `test/proof/${name}.test.ts`)
  const lane = (name: string, test: object) => ({
    test: {
      name,
      // Many tests start processes of ours: what one compiled, the next one reads.
      env: {
        RESTANTE_TEST_SCOPE: scope,
        NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled'),
      },
      // What hangs has shorter limits of its own: a request, a step of a page, a race.
      testTimeout: 90_000,
      hookTimeout: 90_000,
      // As long as a step of a page.
      expect: { poll: { timeout: 10_000 } },
      ...test,
    },
  })
  const ENGINES = 'test/support/start-engines.ts'
  const withEngines = { globalSetup: ENGINES, provide: { scope } }
  return {
    test: {
      // Much of a test's time is spent waiting for a browser or an engine.
      maxWorkers: availableParallelism() + (isAll ? 0 : 2),
      projects: [
        lane('unit', { include: filesIn(UNIT), isolate: false, testTimeout: 20_000 }),
        lane('api', { include: filesIn(API), isolate: false, ...withEngines }),
        lane('browser', {
          include: filesIn(['browser', 'local', 'scenarios']),
          exclude: isAll ? [] : ONLY_IN_ALL,
          // Files of a process share its browser and its service: see `test/browser/stage.ts`.
          isolate: false,
          ...withEngines,
          globalSetup: [ENGINES, 'test/support/prepared-folder.ts'],
        }),
        lane('proof', { include: filesIn(['proof']), exclude: alone, isolate: isAll, ...withEngines }),
        lane('deadline', {
          include: alone,
          ...withEngines,
          fileParallelism: !isAll,
          sequence: { groupOrder: 1 },
        }),
      ],
    },
  }
})
