import type { HolderId } from '../../shared/domain/ids.ts'
import type { Allowance } from '../../shared/store/allowance-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { isSameSecret } from './hash.ts'
import { networkOf } from './network.ts'

/** How many messages somebody may bring about, and where: whatever an address is known for makes no difference. */
const ALLOWANCES = {
  /** To one address, from one network. */
  codesFrom: { most: 5, minutes: 60 },
  /** To any addresses, from one network, that nobody has typed: a workshop may sign in behind one. */
  codesOfNetwork: { most: 30, minutes: 60 },
  /** To one address, from wherever. */
  codesTo: { most: 15, minutes: 60 },
  /** To an address, for a browser that has signed in with it before. */
  codesOfFamiliar: { most: 5, minutes: 60 },
  /** By one person, to one address. */
  invitationsBy: { most: 10, minutes: 24 * 60 },
  /** To one address, by whoever. */
  invitationsTo: { most: 20, minutes: 24 * 60 },
  /** By one person, to any addresses. */
  invitationsOf: { most: 100, minutes: 24 * 60 },
  /** By one person, of what they do for one other, or for an association, that is told of each. */
  noticesTo: { most: 60, minutes: 60 },
} as const satisfies Record<string, Allowance>

export type AllowanceRefusal<K extends 'too-many-codes' | 'too-many-messages'> = {
  readonly kind: K
  readonly retryAfterSeconds: number
}

type Deps = Pick<Dependencies, 'allowances' | 'seal' | 'now'>
type Spending = readonly [name: keyof typeof ALLOWANCES, ...of: readonly string[]]

/** One after the other: what one of them refuses is not taken from the next ones. */
const spendAll = async (
  spendings: readonly Spending[],
  { allowances, seal, now }: Deps,
): Promise<number | undefined> => {
  const at = now()
  for (const [name, ...of] of spendings) {
    const nextAt = await allowances.spend(seal(name, ...of), ALLOWANCES[name], at)
    if (nextAt !== undefined) return Math.ceil((nextAt - at) / 1000)
  }
  return undefined
}

const KEY_LENGTH = 40

const markOf = (email: string, id: string, { seal }: Pick<Deps, 'seal'>): string =>
  seal('familiar', email, id).slice(0, KEY_LENGTH)

/** What a browser keeps of having signed in with an address; without the key it tells nobody which. */
export const familiarTo = (
  email: string,
  { secret, ...deps }: Pick<Dependencies, 'secret' | 'seal'>,
): string => {
  const id = secret()
  return `${id}.${markOf(email, id, deps)}`
}

const isFamiliar = (
  email: string,
  kept: string | undefined,
  deps: Pick<Deps, 'seal'>,
): string | undefined => {
  const [id = '', mark] = kept?.split('.') ?? []
  return mark !== undefined && isSameSecret(mark, markOf(email, id, deps)) ? id : undefined
}

/**
 * Whether one more code may be sent to an address. A stranger who asks for many keeps nobody from signing in who has
 * before in this browser, nor, for some time, who asks from elsewhere.
 */
export const spendCode = async (
  {
    email,
    client = '',
    familiar,
  }: { readonly email: string; readonly client: string | undefined; readonly familiar: string | undefined },
  deps: Deps,
): Promise<AllowanceRefusal<'too-many-codes'> | undefined> => {
  const browser = isFamiliar(email, familiar, deps)
  const network = networkOf(client)
  const spendings: Spending[] = browser
    ? [['codesOfFamiliar', email, browser]]
    : [
        ['codesFrom', email, network],
        ...(network ? [['codesOfNetwork', network] as const] : []),
        ['codesTo', email],
      ]
  const retryAfterSeconds = await spendAll(spendings, deps)
  return retryAfterSeconds === undefined ? undefined : { kind: 'too-many-codes', retryAfterSeconds }
}

/** A code that is typed by who got it was no stranger's: its network may ask for one more. */
export const refundCode = async (
  client: string | undefined,
  { allowances, seal, now }: Deps,
): Promise<void> => {
  const network = networkOf(client ?? '')
  if (network) await allowances.giveBack(seal('codesOfNetwork', network), ALLOWANCES.codesOfNetwork, now())
}

type MessageRefusal = AllowanceRefusal<'too-many-messages'>

const spendMessage = async (
  spendings: readonly Spending[],
  deps: Deps,
): Promise<MessageRefusal | undefined> => {
  const retryAfterSeconds = await spendAll(spendings, deps)
  return retryAfterSeconds === undefined ? undefined : { kind: 'too-many-messages', retryAfterSeconds }
}

/** Whether one more invitation may be sent by somebody to an address. */
export const spendInvitation = (
  by: HolderId,
  email: string,
  deps: Deps,
): Promise<MessageRefusal | undefined> =>
  spendMessage(
    [
      ['invitationsBy', by, email],
      ['invitationsOf', by],
      ['invitationsTo', email],
    ],
    deps,
  )

/** Whether somebody may do one more thing that is told to another; one's own is told to oneself. */
export const spendNotice = async (
  by: HolderId,
  to: HolderId | undefined,
  deps: Deps,
): Promise<MessageRefusal | undefined> =>
  to === undefined || to === by ? undefined : spendMessage([['noticesTo', by, to]], deps)
