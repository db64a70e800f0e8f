import type {
  LendingPreview,
  LentSpaceList,
  LentSpaceView,
  SetUpList,
  SetUpText,
} from '../shared/contracts/lending-views.ts'
import type { Conditions } from '../shared/domain/conditions.ts'
import { asker, type Fetch } from './api-client.ts'

/** What becomes of the bookings that a change touches; `seen` is the mark of those that were shown. */
export type Told = { readonly answer: 'keep' | 'elsewhere' | 'cancel'; readonly reason?: string; readonly seen: string }

/** `rules` null: nothing is asked any more. */
export type Asked = { readonly rules: string | null; readonly needsInsurance: boolean }

export type Revised = { readonly revision: number; readonly touched?: Told }

/** How places lend their spaces: few pages need it. */
export const createLendingClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (site: string) => `/sites/${encodeURIComponent(site)}`
  const spaceAt = (site: string, space: string) => `${at(site)}/spaces/${encodeURIComponent(space)}`
  return {
    list: (site: string) => ask<LentSpaceList>({ path: `${at(site)}/lent-spaces` }),
    listSetUps: (site: string) => ask<SetUpList>({ path: `${at(site)}/set-ups` }),
    preview: (site: string, body: SetUpText & { space?: string }) =>
      ask<LendingPreview>({ method: 'POST', path: `${at(site)}/spaces/preview`, body }),
    lend: (site: string, body: SetUpText, key: string) =>
      ask<LentSpaceView>({ method: 'POST', path: `${at(site)}/spaces`, body, key }),
    change: (site: string, space: string, body: SetUpText & Revised) =>
      ask<LentSpaceView>({ method: 'PUT', path: spaceAt(site, space), body }),
    ask: (site: string, body: Asked & { readonly seen: number }) =>
      ask<Conditions>({ method: 'PUT', path: `${at(site)}/conditions`, body }),
    stop: (site: string, space: string, body: Revised & { from: string }) =>
      ask<LentSpaceView>({ method: 'DELETE', path: spaceAt(site, space), body }),
  }
}

export const lendingApi = createLendingClient((path, init) => fetch(path, init))
