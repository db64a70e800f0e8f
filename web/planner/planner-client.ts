import type { MediatorList } from '../../shared/contracts/colleague-views.ts'
import type { NewCycle } from '../../shared/contracts/workshop-text.ts'
import { ask } from '../kit/api-client.ts'

export type Mediators = MediatorList['mediators']

export const plannerApi = {
  mediators: (site: string) => ask('GET /sites/:site/mediators', [site]),
  preview: (body: NewCycle) => ask('POST /workshops/preview', [], { body }),
  plan: (body: NewCycle, key: string) => ask('POST /cycles', [], { body, key }),
}
