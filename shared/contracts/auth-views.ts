import * as z from 'zod'
import { ROLES } from '../domain/rights.ts'
import { DEVICES, SIGN_IN_METHODS } from '../domain/session.ts'
import { EmailText, LineText } from './values.ts'

export const NameText = LineText(80)

export const NewCode = z.strictObject({ email: EmailText })

export const NewSession = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'expected the six digits of the message'),
  name: NameText.optional(),
})

export const MeChange = z.strictObject({ name: NameText })

/** `name` is absent until the holder gives one; `email` where somebody signs in without. */
export const MeView = z.object({ email: z.string().optional(), name: z.string().optional() })

/** `scope` such as `site:09410A`, `departement:51`, `network`, `association:…`; `place` names it where it has a name. */
export const GrantView = z.object({ role: z.enum(ROLES), scope: z.string(), place: z.string().optional() })

/** Who somebody is, and what they may do beside what everybody may; staff's grants count with a second factor only. */
export const SelfView = MeView.extend({ secondFactor: z.boolean(), grants: z.array(GrantView) })

export const CodeSent = z.object({ validMinutes: z.int() })

/** `openedAt` and `seenAt` are instants of RFC 3339; `seenAt` lags behind by some minutes. */
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

/** What is no path of ours is not gone to. */
export const IssuerQuery = z.object({ next: z.string().optional() })

/** `issuer` is where staff signs in, by its name; absent where there is none. */
export const SignInWays = z.object({ issuer: z.string().optional() })

export type MeView = z.infer<typeof MeView>
export type GrantView = z.infer<typeof GrantView>
export type SelfView = z.infer<typeof SelfView>
export type CodeSent = z.infer<typeof CodeSent>
export type SessionView = z.infer<typeof SessionView>
export type SessionList = z.infer<typeof SessionList>
export type SignInWays = z.infer<typeof SignInWays>
