/**
 * Whether all is run, as in CI: both engines, every state of each page, all rounds of the proofs. Otherwise the share
 * that is run every day. `vitest.config.ts` decides.
 */
export const RUNS_ALL = process.env.RESTANTE_TEST_SCOPE === 'all'
