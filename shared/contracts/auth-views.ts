import * as z from 'zod'
import { LANGUAGES } from '../domain/language.ts'
import { ROLES } from '../domain/rights.ts'
import { DEVICES, SIGN_IN_METHODS } from '../domain/session.ts'
import { EmailText, NameText } from './values.ts'

const LanguageName = z.enum(LANGUAGES)

/** `language` is that of the message with the code, French by default. */
export const NewCode = z.strictObject({ email: EmailText, language: LanguageName.optional() })

export const NewSession = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'expected the six digits of the message'),
  name: NameText.optional(),
  language: LanguageName.optional(),
})

/** `weeklyHours` of the contract, by half-hours; null takes them away. */
export const MeChange = z
  .strictObject({
    name: NameText.optional(),
    language: LanguageName.optional(),
    weeklyHours: z.number().min(1).max(60).multipleOf(0.5).nullable().optional(),
  })
  .refine(
    (change) => Object.values(change).some((each) => each !== undefined),
    'expected something to change',
  )

/** `name` is absent until the holder gives one; `email` for those who sign in without. */
export const MeView = z.object({
  email: z.string().optional(),
  name: z.string().optional(),
  language: LanguageName.optional(),
  weeklyHours: z.number().optional(),
})

/**
 * `scope` such as `site:09410A`, `departement:51`, `network`, `association:…`; `place` is its name, if any.
 */
export const GrantView = z.object({ role: z.enum(ROLES), scope: z.string(), place: z.string().optional() })

/** Staff grants count with a second factor only. */
export const SelfView = MeView.extend({ secondFactor: z.boolean(), grants: z.array(GrantView) })

export const CodeSent = z.object({ validMinutes: z.int() })

/** Instants of RFC 3339; `seenAt` lags by some minutes. */
export const SessionView = z.object({
  id: z.string(),
  means: z.enum(SIGN_IN_METHODS),
  device: z.enum(DEVICES),
  openedAt: z.string(),
  seenAt: z.string(),
  current: z.boolean(),
})

export const SessionParam = z.object({ id: z.string().regex(/^[0-9a-z]{20}$/) })

export const SessionList = z.object({ sessions: z.array(SessionView) })

/** Ignores a path outside this site. */
export const IssuerQuery = z.object({ next: z.string().optional() })

/** Name of the issuer for staff, if there is one. */
export const SignInWays = z.object({ issuer: z.string().optional() })

export type MeView = z.infer<typeof MeView>
export type GrantView = z.infer<typeof GrantView>
export type SelfView = z.infer<typeof SelfView>
export type CodeSent = z.infer<typeof CodeSent>
export type SessionView = z.infer<typeof SessionView>
export type SessionList = z.infer<typeof SessionList>
export type SignInWays = z.infer<typeof SignInWays>
