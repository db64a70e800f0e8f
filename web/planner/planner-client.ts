import type { NewCycle } from '../../shared/contracts/workshop-text.ts'
import { ask } from '../kit/api-client.ts'

export const plannerApi = {
  preview: (body: NewCycle) => ask('POST /workshops/preview', [], { body }),
  plan: (body: NewCycle, key: string) => ask('POST /cycles', [], { body, key }),
}
