import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/start-engines.ts',
    // Much of a test's time is an engine's or a browser's. The longer proofs of CI keep deadlines: one at a time there.
    maxWorkers: process.env.CI ? 1 : availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
