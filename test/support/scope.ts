/**
 * Whether everything runs, as in CI: both engines, all states of pages, all rounds of proofs; otherwise the
 * everyday share. `vitest.config.ts` decides.
 */
export const RUNS_ALL = process.env.RESTANTE_TEST_SCOPE === 'all'

const EVERYDAY_STEP = 10

/** All of a list; every day one in ten, at least one, from another start each time. */
export const shareOf = <T>(all: readonly T[]): T[] => {
  const from = Math.floor(Math.random() * Math.min(EVERYDAY_STEP, all.length))
  return all.filter((_, at) => RUNS_ALL || at % EVERYDAY_STEP === from)
}

/** Requests at which to interfere, from the first to one that is never made; every day a share of them. */
export const requestNumbers = (most: number): number[] =>
  shareOf(Array.from({ length: most }, (_, at) => at + 1))

/** Rounds of a race; every day a fifth of them. */
export const roundsOf = (all: number): number => (RUNS_ALL ? all : Math.ceil(all / 5))
