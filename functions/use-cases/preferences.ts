import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { PreferenceChange } from '../../shared/store/preference-store.ts'
import { holderOfPreferencesToken } from '../../shared/store/preferences-token.ts'
import type { Dependencies } from '../dependencies.ts'

/** Whose preferences: by the link of a message, or those of who is signed in. */
export type Whose = { readonly token: string } | { readonly holder: HolderId }

type Deps = Pick<Dependencies, 'identities' | 'preferences' | 'seal'>
type Answered = Result<Holder, { readonly kind: 'link-unknown' }>

const idOf = (whose: Whose, { seal }: Pick<Deps, 'seal'>): HolderId | undefined =>
  'holder' in whose ? whose.holder : holderOfPreferencesToken(seal, whose.token)

const answered = (holder: Holder | undefined): Answered =>
  holder ? ok(holder) : refuse({ kind: 'link-unknown' })

/** Refused alike for a token that is none of ours, and for somebody who was forgotten. */
export const readPreferences = async (whose: Whose, deps: Deps): Promise<Answered> => {
  const id = idOf(whose, deps)
  return answered(id && (await deps.identities.findHolder(id)))
}

export const changePreferences = async (
  whose: Whose,
  change: PreferenceChange,
  deps: Deps,
): Promise<Answered> => {
  const id = idOf(whose, deps)
  return answered(id && (await deps.preferences.change(id, change)))
}
