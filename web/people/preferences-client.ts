import type { PreferencesChange } from '../../shared/contracts/preference-views.ts'
import { ask } from '../kit/api-client.ts'

type Change = Omit<PreferencesChange, 'token'>

/** By the link of a message, or of who is signed in. */
export const preferencesApi = {
  read: (token: string | undefined) => ask('POST /preferences/readings', [], { body: { token } }),
  change: (token: string | undefined, change: Change) =>
    ask('PATCH /preferences', [], { body: { token, ...change } }),
}

/** The end of the address, which no server sees. */
export const tokenOfLink = (): string | undefined => /^#([\w-]{64})$/.exec(location.hash)?.[1]
