import * as z from 'zod'

const ApiEnvironment = z.object({ RESTANTE_TABLE: z.string().min(3) })

const MailEnvironment = ApiEnvironment.extend({
  RESTANTE_ORIGIN: z.url().transform((origin) => origin.replace(/\/$/, '')),
  RESTANTE_MAIL_FROM: z.string().min(3),
})

/** Read once when a function loads; a missing value stops it there, with its name. */
export const apiEnvironment = () => ApiEnvironment.parse(process.env)

export const mailEnvironment = () => MailEnvironment.parse(process.env)
