import { isSafeAddress } from './safe-address.ts'

/** `secret` is the name of the client secret in Secrets Manager. */
export type IssuerSettings = {
  readonly url: string
  readonly name: string
  readonly clientId: string
  readonly secret: string
  readonly scope?: string
  readonly acrValues?: string
}

const ISSUER_KEYS = {
  url: 'oidcIssuer',
  name: 'oidcName',
  clientId: 'oidcClientId',
  secret: 'oidcSecret',
  scope: 'oidcScope',
  acrValues: 'oidcAcrValues',
} as const satisfies Record<keyof IssuerSettings, string>
const OPTIONAL: readonly string[] = [ISSUER_KEYS.scope, ISSUER_KEYS.acrValues]

type Context = (key: string) => unknown

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** All settings, or none. */
export const readIssuer = (context: Context): IssuerSettings | SettingsRefusal | undefined => {
  const told = Object.entries(ISSUER_KEYS).filter(([, key]) => context(key) !== undefined)
  if (told.length === 0) return undefined
  for (const key of Object.values(ISSUER_KEYS)) {
    const value = context(key)
    const isLeftOut = value === undefined && OPTIONAL.includes(key)
    if (!isLeftOut && !isText(value)) return { refusal: `${key} is missing: staff cannot sign in without it` }
  }
  const url = String(context(ISSUER_KEYS.url))
  if (!isSafeAddress(url))
    return { refusal: 'oidcIssuer is not like https://issuer.example, without a name or password' }
  if (context('origin') === undefined)
    return { refusal: 'origin is missing: the issuer sends staff back there' }
  return Object.fromEntries(told.map(([name, key]) => [name, context(key)])) as IssuerSettings
}

/** One line that says what to change. */
export type SettingsRefusal = { readonly refusal: string }
