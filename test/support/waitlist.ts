import type { anApi } from './api.ts'
import { type Answer, aKey } from './api.ts'

type Api = ReturnType<typeof anApi>

/** Two hours of a desk on the morning of a Tuesday. */
export const aWaitlistEntryBody = (changes: Record<string, unknown> = {}) => ({
  site: '09410A',
  date: '2026-11-24',
  from: '08:00',
  to: '12:00',
  minutes: 120,
  use: 'desk',
  ...changes,
})

export const waitOn = (
  on: Api,
  cookie: string,
  changes: Record<string, unknown> = {},
  key = aKey(),
): Promise<Answer> => on.call('POST', '/waits', { body: aWaitlistEntryBody(changes), headers: key, cookie })

export const readWaitlistEntryOn = async (on: Api, cookie: string, id: string) =>
  (await on.call('GET', `/waits/${id}`, { cookie })).body

export const leaveOn = (on: Api, cookie: string, id: string): Promise<Answer> =>
  on.call('DELETE', `/waits/${id}`, { cookie })
