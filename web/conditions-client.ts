import type { AcceptanceView, NewAcceptance } from '../shared/contracts/conditions-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Apart from the other calls: one page needs them. */
export const createConditionsClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (site: string) => `/sites/${encodeURIComponent(site)}/acceptance`
  return {
    read: (site: string, as?: string) =>
      ask<AcceptanceView>({ path: `${at(site)}?${new URLSearchParams(as ? { as } : {})}` }),
    accept: (site: string, body: NewAcceptance) => ask<AcceptanceView>({ method: 'PUT', path: at(site), body }),
  }
}

export const conditionsApi = createConditionsClient((path, init) => fetch(path, init))
