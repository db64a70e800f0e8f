import * as z from 'zod'
import { parseScope } from '../domain/parse-scope.ts'
import { ROLES } from '../domain/rights.ts'
import { GrantView } from './auth-views.ts'
import { EmailText, HolderIdText, InvitationIdText, reading } from './values.ts'

const ScopeText = reading(
  z
    .string()
    .max(60)
    .meta({ examples: ['site:09410A', 'departement:51', 'network'] }),
  parseScope,
  'expected a scope such as site:09410A',
)

export const ScopeParam = z.strictObject({ scope: ScopeText })
export const RightParam = z.strictObject({ scope: ScopeText, role: z.enum(ROLES), holder: HolderIdText })
export const InvitationParam = z.strictObject({ id: InvitationIdText })

export const NewInvitation = z.strictObject({ email: EmailText, role: z.enum(ROLES), scope: ScopeText })

/** `secret` comes with the message of the invitation. */
export const NewInvitationAcceptance = z.strictObject({
  secret: z.string().regex(/^[0-9a-f]{40}$/, 'expected what the message says'),
})

/** `expiresAt` in UTC. */
export const InvitationView = GrantView.extend({ id: z.string(), email: z.string(), expiresAt: z.string() })

/** `mine` marks the grants of the reader. */
export const RightList = z.object({
  grants: z.array(GrantView.extend({ holder: z.string(), name: z.string().optional(), mine: z.boolean() })),
  invitations: z.array(InvitationView),
})

export type NewInvitation = z.input<typeof NewInvitation>
export type InvitationView = z.infer<typeof InvitationView>
export type RightList = z.infer<typeof RightList>
