import './early-hook.ts'

/** The reads that the API also answers without a session; those that name a booking need one. */
const FOR_ANYBODY = /^\/(sites(\/\w+(\/week|\/availability)?)?|localities)(\?(?!.*moving=)|$)/

/** Where a read is asked for, after `/api`. */
export const addressFor = (path: string): string =>
  `${FOR_ANYBODY.test(path) ? (globalThis.early?.readsAt() ?? '/api') : '/api'}${path}`
