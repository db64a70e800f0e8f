const MINUTE_MS = 60_000

/** The clock of this device, such as `2026-11-24T08:30`. */
export const localText = (at = new Date()): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16)

/** Today by the clock of this device, for what has no site, or none that tells its own. */
export const localToday = (now?: Date): string => localText(now).slice(0, 10)
