const MINUTE_MS = 60_000

/** The clock of this device, such as `2026-11-24T08:30`. */
export const localText = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16)
