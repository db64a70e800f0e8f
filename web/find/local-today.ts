const MINUTE_MS = 60_000

/** Today by the clock of the device. */
export const localToday = (now = new Date()): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 10)
