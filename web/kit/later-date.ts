const DAY_MS = 86_400_000

/** So many days after a date, before it where they are negative. */
export const laterDate = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
