import type { NewConditionsAcceptance } from '../../shared/contracts/conditions-views.ts'
import { ask } from '../kit/api-client.ts'

export const conditionsApi = {
  read: (site: string, as: string | undefined) =>
    ask('GET /sites/:site/acceptance', [site], { query: as ? { as } : {} }),
  accept: (site: string, body: NewConditionsAcceptance) =>
    ask('PUT /sites/:site/acceptance', [site], { body }),
}
