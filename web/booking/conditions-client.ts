import type { NewAcceptance } from '../../shared/contracts/conditions-views.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createConditionsClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    read: (site: string, as: string | undefined) =>
      ask('GET /sites/:site/acceptance', [site], { query: as ? { as } : {} }),
    accept: (site: string, body: NewAcceptance) => ask('PUT /sites/:site/acceptance', [site], { body }),
  }
}

export const conditionsApi = createConditionsClient((path, init) => fetch(path, init))
