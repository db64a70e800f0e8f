import type { SetUpText } from '../../shared/contracts/lending-views.ts'
import type { ConsentChange, PremisesChange } from '../../shared/contracts/premises-views.ts'
import { ask } from '../kit/api-client.ts'

/** What happens to the touched bookings; `seen` is the mark of those shown. */
export type Told = {
  readonly answer: 'keep' | 'elsewhere' | 'cancel'
  readonly reason?: string
  readonly seen: string
}

export type Revised = { readonly revision: number; readonly touched?: Told }

export const lendingApi = {
  list: (site: string) => ask('GET /sites/:site/lent-spaces', [site]),
  listSetUps: (site: string) => ask('GET /sites/:site/set-ups', [site]),
  preview: (site: string, body: SetUpText & { space?: string }) =>
    ask('POST /sites/:site/spaces/preview', [site], { body }),
  lend: (site: string, body: SetUpText, key: string) =>
    ask('POST /sites/:site/spaces', [site], { body, key }),
  change: (site: string, space: string, body: SetUpText & Revised) =>
    ask('PUT /sites/:site/spaces/:space', [site, space], { body }),
  /** Without `rules`, nothing has to be accepted. */
  setConditions: (site: string, body: { rules: string | null; needsInsurance: boolean; seen: number }) =>
    ask('PUT /sites/:site/conditions', [site], { body }),
  readPremises: (site: string) => ask('GET /sites/:site/premises', [site]),
  describePremises: (site: string, body: PremisesChange) =>
    ask('PUT /sites/:site/premises', [site], { body }),
  agree: (site: string, space: string, body: ConsentChange) =>
    ask('PUT /sites/:site/spaces/:space/consent', [site, space], { body }),
  stop: (site: string, space: string, body: Revised & { from: string }) =>
    ask('DELETE /sites/:site/spaces/:space', [site, space], { body }),
}
