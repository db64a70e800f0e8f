import * as z from 'zod'

const TableEnvironment = z.object({ RESTANTE_TABLE: z.string().min(3) })

const Origin = z.url().transform((origin) => origin.replace(/\/$/, ''))

const IssuerEnvironment = z.object({
  RESTANTE_ORIGIN: Origin,
  RESTANTE_OIDC_ISSUER: z.url(),
  RESTANTE_OIDC_NAME: z.string().min(1),
  RESTANTE_OIDC_CLIENT_ID: z.string().min(1),
  RESTANTE_OIDC_CLIENT_SECRET: z.string().min(16),
  RESTANTE_OIDC_SCOPE: z.string().default('openid profile email'),
  RESTANTE_OIDC_ACR_VALUES: z.string().optional(),
})

/** Secrets in messages are derived from this key. */
const MailKeyEnvironment = z.object({
  RESTANTE_MAIL_KEY: z.string().min(32),
})

const MailEnvironment = TableEnvironment.extend({
  ...MailKeyEnvironment.shape,
  RESTANTE_ORIGIN: Origin,
  RESTANTE_MAIL_FROM: z.string().min(3),
  RESTANTE_MAIL_CONFIGURATION_SET: z.string().min(1).optional(),
  RESTANTE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  RESTANTE_SMTP_USER: z.string().min(1).optional(),
  RESTANTE_SMTP_PASSWORD: z.string().min(1).optional(),
})

/** Secrets separated by spaces: the first one signs, the others are still accepted. */
const Secrets = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.tuple([z.string().min(32)], z.string().min(32)))

export type DoorKeys = z.output<typeof Secrets>

const ApiEnvironment = TableEnvironment.extend({
  RESTANTE_LEDGER: z.string().min(3).optional(),
  RESTANTE_DOOR_KEYS: Secrets.optional(),
})

const LockEnvironment = z.object({
  RESTANTE_DOOR_KEYS: Secrets,
  RESTANTE_LOCK_URL: z.url(),
  RESTANTE_LOCK_SECRETS: Secrets,
})

const PagesEnvironment = z
  .object({
    RESTANTE_ORIGIN: Origin,
    RESTANTE_PAGES_BUCKET: z.string().min(3).optional(),
    RESTANTE_PAGES_FOLDER: z.string().min(1).optional(),
  })
  .refine(({ RESTANTE_PAGES_BUCKET: bucket, RESTANTE_PAGES_FOLDER: folder }) => bucket ?? folder, {
    message: 'expected RESTANTE_PAGES_BUCKET or RESTANTE_PAGES_FOLDER',
  })

/** Functions read their environment once, at load: a missing variable stops them there, by its name. */
export const apiEnvironment = () => ApiEnvironment.parse(process.env)

export const mailKeyEnvironment = () => MailKeyEnvironment.parse(process.env)

export const mailEnvironment = () => MailEnvironment.parse(process.env)

export const pagesEnvironment = () => PagesEnvironment.parse(process.env)

export const tableEnvironment = () => TableEnvironment.parse(process.env)

/** Undefined where no lock is told. */
export const lockEnvironment = () =>
  process.env.RESTANTE_LOCK_URL ? LockEnvironment.parse(process.env) : undefined

/** Whether tools on this machine are told as well: only where the service runs on one. */
export const reachesLoopback = (): boolean => process.env.RESTANTE_LOOPBACK === 'yes'

/** Undefined where staff have no issuer. */
export const issuerEnvironment = () => {
  if (!process.env.RESTANTE_OIDC_ISSUER) return undefined
  const variables = IssuerEnvironment.parse(process.env)
  return {
    issuer: variables.RESTANTE_OIDC_ISSUER,
    name: variables.RESTANTE_OIDC_NAME,
    clientId: variables.RESTANTE_OIDC_CLIENT_ID,
    clientSecret: variables.RESTANTE_OIDC_CLIENT_SECRET,
    scope: variables.RESTANTE_OIDC_SCOPE,
    acrValues: variables.RESTANTE_OIDC_ACR_VALUES,
    redirectUri: `${variables.RESTANTE_ORIGIN}/api/auth/oidc/callback`,
  }
}
