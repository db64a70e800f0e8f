import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/start-engines.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
