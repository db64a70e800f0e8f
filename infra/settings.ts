import { SecretValue } from 'aws-cdk-lib'
import { type IssuerSettings, readIssuer, type SettingsRefusal } from './issuer-settings.ts'
import { isSafeAddress } from './safe-address.ts'

/**
 * `mailFrom` sends every message, by SES or by the server of `smtp`; links lead to `origin`, by default the site's own address. Without
 * `lockUrl` doors have no codes; without `issuer` no staff signs in.
 */
export type SmtpSettings = {
  readonly url: string
  /** The name of a secret with `username` and `password`. */
  readonly secret?: string
}

export type Settings = {
  readonly mailFrom: string
  readonly origin?: string
  readonly lockUrl?: string
  readonly smtp?: SmtpSettings
  readonly issuer?: IssuerSettings
}

const MAIL_ADDRESS = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i

/** Login and password stand in a secret. */
const isMailServer = (text: string): boolean =>
  URL.canParse(text) &&
  /^smtps?:$/.test(new URL(text).protocol) &&
  new URL(text).hostname !== '' &&
  /^smtps?:\/\/[^/@?#]+$/.test(text)

const readSmtp = (context: (key: string) => unknown): SmtpSettings | SettingsRefusal | undefined => {
  const [url, secret] = [context('smtpUrl'), context('smtpSecret')]
  if (url === undefined)
    return secret === undefined ? undefined : { refusal: 'smtpUrl is missing: smtpSecret is its login' }
  if (typeof url !== 'string' || !isMailServer(url))
    return { refusal: 'smtpUrl is not like smtps://mail.example.fr:465, without a name or password' }
  if (secret !== undefined && (typeof secret !== 'string' || secret === ''))
    return { refusal: `smtpSecret is not the name of a secret: ${JSON.stringify(secret)}` }
  return { url, ...(secret && { secret }) }
}

const isOrigin = (text: string): boolean =>
  text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text

export const readSettings = (context: (key: string) => unknown): Settings | SettingsRefusal => {
  const mailFrom = context('mailFrom')
  const [origin, lockUrl] = [context('origin'), context('lockUrl')]
  if (mailFrom === undefined) return { refusal: 'mailFrom is missing: add -c mailFrom=bonjour@example.fr' }
  if (typeof mailFrom !== 'string' || !MAIL_ADDRESS.test(mailFrom))
    return { refusal: `mailFrom is not an e-mail address: ${JSON.stringify(mailFrom)}` }
  if (origin !== undefined && (typeof origin !== 'string' || !isOrigin(origin)))
    return { refusal: `origin is not like https://example.fr: ${JSON.stringify(origin)}` }
  if (lockUrl !== undefined && (typeof lockUrl !== 'string' || !isSafeAddress(lockUrl)))
    return { refusal: 'lockUrl is not like https://locks.example.fr/codes, without a name or password' }
  const [issuer, smtp] = [readIssuer(context), readSmtp(context)]
  if (issuer && 'refusal' in issuer) return issuer
  if (smtp && 'refusal' in smtp) return smtp
  return {
    mailFrom,
    ...{ ...(origin && { origin }), ...(lockUrl && { lockUrl }), ...(issuer && { issuer }) },
    ...(smtp && { smtp }),
  }
}

/** The template holds the name of the secret only. */
export const smtpVariables = (smtp: SmtpSettings | undefined): Record<string, string> => {
  if (!smtp) return {}
  const { url, secret } = smtp
  const field = (jsonField: string) => SecretValue.secretsManager(secret ?? '', { jsonField }).unsafeUnwrap()
  return {
    RESTANTE_SMTP_URL: url,
    ...(secret && { RESTANTE_SMTP_USER: field('username'), RESTANTE_SMTP_PASSWORD: field('password') }),
  }
}

/** The secret resolves at deployment: the template holds its name only. */
export const issuerVariables = ({ issuer, origin = '' }: Settings): Record<string, string> =>
  issuer
    ? {
        RESTANTE_ORIGIN: origin,
        RESTANTE_OIDC_ISSUER: issuer.url,
        RESTANTE_OIDC_NAME: issuer.name,
        RESTANTE_OIDC_CLIENT_ID: issuer.clientId,
        RESTANTE_OIDC_CLIENT_SECRET: SecretValue.secretsManager(issuer.secret).unsafeUnwrap(),
        ...(issuer.scope && { RESTANTE_OIDC_SCOPE: issuer.scope }),
        ...(issuer.acrValues && { RESTANTE_OIDC_ACR_VALUES: issuer.acrValues }),
      }
    : {}
