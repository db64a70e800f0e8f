import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/start-engines.ts',
    // Much of a test's time is an engine's or a browser's. The longer proofs of CI keep deadlines: one at a time there.
    maxWorkers: process.env.CI ? 1 : availableParallelism(),
    // A slow machine is no defect; what hangs has shorter limits of its own: a request, a step of a page, a race.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
