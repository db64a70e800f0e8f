import type { Dependencies } from '../dependencies.ts'
import {
  ALLOWANCES,
  type AllowanceDeps,
  type AllowanceRefusal,
  type Spending,
  spendAll,
} from './allowances.ts'
import { isSameSecret } from './hash.ts'
import { networkOf } from './network.ts'

const KEY_LENGTH = 40

const markOf = (email: string, id: string, { seal }: Pick<AllowanceDeps, 'seal'>): string =>
  seal('familiar', email, id).slice(0, KEY_LENGTH)

/** A browser's proof of an earlier sign-in with an address, unreadable without the key. */
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
  deps: Pick<AllowanceDeps, 'seal'>,
): string | undefined => {
  const [id = '', mark] = kept?.split('.') ?? []
  return mark !== undefined && isSameSecret(mark, markOf(email, id, deps)) ? id : undefined
}

/**
 * Whether one more code may be sent. Strangers who ask often lock out neither this browser's earlier users
 * nor, for some time, other networks.
 */
export const spendCode = async (
  {
    email,
    client = '',
    familiar,
  }: { readonly email: string; readonly client: string | undefined; readonly familiar: string | undefined },
  deps: AllowanceDeps,
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

/** A verified code came from no stranger, so its network gets it back. */
export const refundCode = async (
  client: string | undefined,
  { allowances, seal, now }: AllowanceDeps,
): Promise<void> => {
  const network = networkOf(client ?? '')
  if (network) await allowances.giveBack(seal('codesOfNetwork', network), ALLOWANCES.codesOfNetwork, now())
}
