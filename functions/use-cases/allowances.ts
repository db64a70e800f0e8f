import type { HolderId } from '../../shared/domain/ids.ts'
import type { Allowance } from '../../shared/store/allowance-store.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'

/** How many messages a person may cause, whether or not the address is known. */
export const ALLOWANCES = {
  /** To one address, from one network. */
  codesFrom: { most: 5, minutes: 60 },
  /** To any addresses, from one network, by unverified senders: a workshop may share one network. */
  codesOfNetwork: { most: 30, minutes: 60 },
  /** To one address, from anywhere. */
  codesTo: { most: 15, minutes: 60 },
  /** To one address, for a browser that has signed in with it before. */
  codesOfFamiliar: { most: 5, minutes: 60 },
  /** By one person, to one address. */
  invitationsBy: { most: 10, minutes: 24 * 60 },
  /** To one address, by anybody. */
  invitationsTo: { most: 20, minutes: 24 * 60 },
  /** By one person, to any addresses. */
  invitationsOf: { most: 100, minutes: 24 * 60 },
  /** By one person, to one other holder or association. */
  noticesTo: { most: 60, minutes: 60 },
  /** By one person, of tools that are linked. */
  trialsBy: { most: 20, minutes: 60 },
} as const satisfies Record<string, Allowance>

export type AllowanceRefusal<K extends 'too-many-codes' | 'too-many-messages' | 'too-many-trials'> = {
  readonly kind: K
  readonly retryAfterSeconds: number
}

export type AllowanceDeps = Pick<Dependencies, 'allowances' | 'seal' | 'now'>
export type Spending = readonly [name: keyof typeof ALLOWANCES, ...of: readonly string[]]

/** In order: a refused allowance leaves the later ones unspent. */
export const spendAll = async (
  spendings: readonly Spending[],
  { allowances, seal, now }: AllowanceDeps,
): Promise<number | undefined> => {
  const at = now()
  for (const [name, ...of] of spendings) {
    const nextAt = await allowances.spend(seal(name, ...of), ALLOWANCES[name], at)
    if (nextAt !== undefined) return Math.ceil((nextAt - at) / 1000)
  }
  return undefined
}

export type MessageRefusal = AllowanceRefusal<'too-many-messages'>

const spendMessage = async (
  spendings: readonly Spending[],
  deps: AllowanceDeps,
): Promise<MessageRefusal | undefined> => {
  const retryAfterSeconds = await spendAll(spendings, deps)
  return retryAfterSeconds === undefined ? undefined : { kind: 'too-many-messages', retryAfterSeconds }
}

export const spendInvitation = (
  by: HolderId,
  email: string,
  deps: AllowanceDeps,
): Promise<MessageRefusal | undefined> =>
  spendMessage(
    [
      ['invitationsBy', by, email],
      ['invitationsOf', by],
      ['invitationsTo', email],
    ],
    deps,
  )

/**
 * Makes a write that tells `to` of something `by` has done, unless that is refused. What was decided on the
 * holder's own day as a whole is written with the `ownDayChanges` that were read.
 */
export type TellingWrite<R> = (
  who: { readonly by: HolderId; readonly to: HolderId | undefined },
  write: (ownDayChanges?: number) => Promise<void>,
) => Promise<R | undefined>

export const unlimited: TellingWrite<never> = async (_, write) => {
  await write()
  return undefined
}

/** Spends a notice per write and gives it back if another write came first. Telling only oneself is free. */
export const limitedNotices =
  (deps: AllowanceDeps): TellingWrite<MessageRefusal> =>
  async ({ by, to }, write) => {
    if (to === undefined || to === by) return unlimited({ by, to }, write)
    const at = deps.now()
    const refusal = await spendMessage([['noticesTo', by, to]], { ...deps, now: () => at })
    if (refusal) return refusal
    try {
      await write()
    } catch (error) {
      if (error instanceof ContentionError)
        // Losing one notice of an hour harms nobody; losing the retry would refuse the write.
        await deps.allowances
          .giveBack(deps.seal('noticesTo', by, to), ALLOWANCES.noticesTo, at)
          .catch(() => {})
      throw error
    }
    return undefined
  }
