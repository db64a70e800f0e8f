import * as z from 'zod'
import { LANGUAGES } from '../domain/language.ts'

const TokenText = z.string().regex(/^[\w-]{64}$/, 'expected the last part of the link in a message')

/** The end of a link in a reminder: it lets its reader choose what they are sent, without signing in. */
export const TokenParam = z.object({ token: TokenText })

/** Without `token`, those of who is signed in. */
export const PreferencesWanted = z.strictObject({ token: TokenText.optional() })

export const PreferencesChange = z
  .strictObject({
    token: TokenText.optional(),
    reminders: z.boolean().optional(),
    language: z.enum(LANGUAGES).optional(),
  })
  .refine(
    ({ reminders, language }) => reminders !== undefined || language !== undefined,
    'expected something to change',
  )

export const PreferencesView = z.object({ reminders: z.boolean(), language: z.enum(LANGUAGES) })

export type PreferencesView = z.infer<typeof PreferencesView>
export type PreferencesChange = z.infer<typeof PreferencesChange>
