import * as z from 'zod'
import type { HolderId } from '../domain/ids.ts'
import { formatScope, type Grant, parseScope, ROLES, type Scope } from '../domain/rights.ts'
import { branded } from './branded.ts'

export const ScopeItem = z.string().transform((text, context): Scope => {
  const scope = parseScope(text)
  if (scope) return scope
  context.addIssue(`no scope: ${text}`)
  return z.NEVER
})

export const GrantItem = z.object({ role: z.enum(ROLES), scope: ScopeItem })
export const grantItem = ({ role, scope }: Grant) => ({ role, scope: formatScope(scope) })

const HeldGrant = GrantItem.extend({ holder: branded<HolderId>() })

export const heldGrantOf = (item: unknown): Grant & { readonly holder: HolderId } => HeldGrant.parse(item)
