/**
 * Whether all is run, as in CI: both engines, every state of each page, all rounds of the proofs. Otherwise the share
 * that is run every day. `vitest.config.ts` decides.
 */
export const RUNS_ALL = process.env.RESTANTE_TEST_SCOPE === 'all'

const EVERYDAY_STEP = 6

/** All of a list; every day one in six of them, from another one on each time. */
export const shareOf = <T>(all: readonly T[]): T[] => {
  const from = Math.floor(Math.random() * EVERYDAY_STEP)
  return all.filter((_, at) => RUNS_ALL || at % EVERYDAY_STEP === from)
}

/** At which requests something is made to happen, from the first to one that is not made: a share of them every day. */
export const requestNumbers = (most: number): number[] =>
  shareOf(Array.from({ length: most }, (_, at) => at + 1))
