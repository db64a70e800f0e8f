import type { DoorCodeList, TypedAnswer, TypedCodesText } from '../shared/contracts/door-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** So many are noted at once at the most. */
export const MOST_LINES = 90

/** Keypads whose codes are typed in: one page needs them. */
export const createDoorClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (site: string) => `/sites/${encodeURIComponent(site)}/door-codes`
  return {
    read: (site: string, date: string) =>
      ask<DoorCodeList>({ method: 'POST', path: `${at(site)}/readings`, body: { date } }),
    note: (site: string, body: TypedCodesText) => ask<TypedAnswer>({ method: 'PUT', path: at(site), body }),
  }
}

export const doorApi = createDoorClient((path, init) => fetch(path, init))
