import type { DoorCodeList, TypedAnswer, TypedCodesText } from '../shared/contracts/door-views.ts'
import { type Answer, asker, type Fetch } from './api-client.ts'

/** So many at once at the most. */
const MOST_LINES = 90

/** Keypads whose codes are typed in: one page needs them. */
export const createDoorClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (site: string) => `/sites/${encodeURIComponent(site)}/door-codes`
  return {
    read: (site: string, date: string) =>
      ask<DoorCodeList>({ method: 'POST', path: `${at(site)}/readings`, body: { date } }),
    /** One after the other; what is refused ends it, and may be repeated. */
    note: async (site: string, { date, lines }: TypedCodesText): Promise<Answer<TypedAnswer>> => {
      let changed = false
      for (let from = 0; from < lines.length; from += MOST_LINES) {
        const body = { date, lines: lines.slice(from, from + MOST_LINES) }
        const answer = await ask<TypedAnswer>({ method: 'PUT', path: at(site), body })
        if (!answer.ok) return answer
        changed ||= answer.value.changed
      }
      return { ok: true, value: { changed } }
    },
  }
}

export const doorApi = createDoorClient((path, init) => fetch(path, init))
