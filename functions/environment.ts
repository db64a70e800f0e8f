import * as z from 'zod'

const TableEnvironment = z.object({ RESTANTE_TABLE: z.string().min(3) })

const MailEnvironment = TableEnvironment.extend({
  RESTANTE_ORIGIN: z.url().transform((origin) => origin.replace(/\/$/, '')),
  RESTANTE_MAIL_FROM: z.string().min(3),
})

/** Secrets in the order of their use, apart by spaces: the first one is used, the others are still known. */
const Secrets = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.tuple([z.string().min(32)], z.string().min(32)))

const ApiEnvironment = TableEnvironment.extend({
  RESTANTE_LEDGER: z.string().min(3).optional(),
  RESTANTE_DOOR_KEYS: Secrets.optional(),
})

const LockEnvironment = TableEnvironment.extend({
  RESTANTE_DOOR_KEYS: Secrets,
  RESTANTE_LOCK_URL: z.url(),
  RESTANTE_LOCK_SECRETS: Secrets,
})

/** Read once when a function loads; a missing value stops it there, with its name. */
export const apiEnvironment = () => ApiEnvironment.parse(process.env)

export const mailEnvironment = () => MailEnvironment.parse(process.env)

export const lockEnvironment = () => LockEnvironment.parse(process.env)
