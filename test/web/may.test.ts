import { describe, expect, it } from 'vitest'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { type Action, decide, parseScope, type Role, STAFF_ROLES } from '../../shared/domain/rights.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import { mayAt, STAFF_ACTIONS, type StaffAction } from '../../web/may.ts'
import type { staff } from '../../web/messages/fr/staff.ts'
import { linksFor } from '../../web/staff-links.ts'

const PLACE = { id: '09411A', parent: '09410A', departement: '51' }
const SCOPES = ['site:09411A', 'site:09410A', 'site:01073A', 'departement:51', 'departement:07', 'network']

/** What each page asks the API for. */
const ASKED: Record<keyof typeof staff.pages, Action> = {
  '/planning': 'read-planning',
  '/guichet': 'act-for-others',
  '/espaces': 'lend-spaces',
  '/droits': 'give-rights',
  '/journal': 'read-audit',
}

const selfIn = (role: Role, scope: string): SelfView => ({ secondFactor: true, grants: [{ role, scope }] })

const isAllowed = (role: Role, text: string, action: Action): boolean => {
  const scope = parseScope(text)
  const site = PLACE as { id: SiteId; parent: SiteId; departement: string }
  return decide({ id: 'me' as never, secondFactor: true, grants: scope ? [{ role, scope }] : [] }, action, { site })
}

const CASES = STAFF_ROLES.flatMap((role) => SCOPES.map((scope) => [role, scope] as const))

describe.each(CASES)('where the role %s counts in %s, a page leads', (role, scope) => {
  const self = selfIn(role, scope)

  it('to what the policy lets be done at the place, and to nothing else', () => {
    const actions = Object.keys(STAFF_ACTIONS) as StaffAction[]
    expect(actions.filter((action) => mayAt(self, action, PLACE))).toEqual(
      actions.filter((action) => isAllowed(role, scope, action)),
    )
  })

  it('to the pages whose action the policy allows there, and to no other', () => {
    const pages = Object.keys(ASKED) as (keyof typeof ASKED)[]
    expect(linksFor(self, PLACE).map(([address]) => address)).toEqual(
      pages.filter((page) => isAllowed(role, scope, ASKED[page])),
    )
  })
})
