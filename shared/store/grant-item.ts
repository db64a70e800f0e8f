import * as z from 'zod'
import type { HolderId } from '../domain/ids.ts'
import { KEY_ROLES } from '../domain/key-role.ts'
import { parseScope } from '../domain/parse-scope.ts'
import { type ActingGrant, formatScope, type Grant, ROLES, type Scope } from '../domain/rights.ts'
import { branded } from './branded.ts'

export const ScopeItem = z.string().transform((text, context): Scope => {
  const scope = parseScope(text)
  if (scope) return scope
  context.addIssue(`no scope: ${text}`)
  return z.NEVER
})

export const GrantItem = z.object({ role: z.enum(ROLES), scope: ScopeItem })
export const ActingGrantItem = z.object({ role: z.enum([...ROLES, ...KEY_ROLES]), scope: ScopeItem })
export const grantItem = ({ role, scope }: ActingGrant) => ({ role, scope: formatScope(scope) })

const HeldGrant = GrantItem.extend({ holder: branded<HolderId>() })

export const heldGrantOf = (item: unknown): Grant & { readonly holder: HolderId } => HeldGrant.parse(item)
