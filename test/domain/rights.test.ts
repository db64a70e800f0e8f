import { describe, expect, it, test } from 'vitest'
import { routes } from '../../shared/contracts/routes.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { parseScope } from '../../shared/domain/parse-scope.ts'
import {
  type Action,
  allowanceOf,
  atSite,
  formatScope,
  isAllowed,
  POLICY,
  type Resource,
  ROLES,
  type Role,
  type Scope,
} from '../../shared/domain/rights.ts'

const ME = 'me' as HolderId
const CLUB = 'c'.repeat(20) as HolderId
const [OFFICE, POINT, ELSEWHERE] = ['09410A', '09411A', '01073A'] as SiteId[]

const SITES: Record<string, Resource['site']> = {
  'the site': { id: OFFICE as SiteId, departement: '51' },
  'a point attached to it': { id: POINT as SiteId, parent: OFFICE as SiteId, departement: '51' },
  'a site of the same département': { id: 'x' as SiteId, departement: '51' },
  'a site elsewhere': { id: ELSEWHERE as SiteId, departement: '07' },
  'the network': undefined,
}

const SCOPES: Record<string, { readonly scope: Scope; readonly covers: readonly string[] }> = {
  site: { scope: atSite(OFFICE as SiteId), covers: ['the site', 'a point attached to it'] },
  departement: {
    scope: { kind: 'departement', departement: '51' },
    covers: ['the site', 'a point attached to it', 'a site of the same département'],
  },
  network: { scope: { kind: 'network' }, covers: Object.keys(SITES) },
  association: { scope: { kind: 'association', association: CLUB }, covers: [] },
}

const OWNERS = { mine: ME, 'of my association': CLUB, 'of somebody': 'o' as HolderId, 'of nobody': undefined }

/** The policy once more, in the words of the people that it is about. */
type RetentionAction = {
  readonly who?: 'everyone' | 'signed in'
  readonly mine?: true
  readonly booker?: true
  readonly roles: string
}
const MAY: Record<Action, RetentionAction> = {
  'read-public': { who: 'everyone', roles: '' },
  'sign-in': { who: 'everyone', roles: '' },
  'be-oneself': { who: 'signed in', roles: '' },
  book: { who: 'signed in', roles: '' },
  'read-booking': { mine: true, roles: 'agent phone mediator manager coordinator network member lead' },
  'change-booking': { mine: true, booker: true, roles: 'agent phone mediator manager lead' },
  'read-series': { mine: true, roles: 'member lead' },
  'change-series': { mine: true, booker: true, roles: 'lead' },
  'read-wait': { mine: true, roles: 'agent phone mediator manager member lead' },
  'change-wait': { mine: true, booker: true, roles: 'agent phone mediator manager lead' },
  'book-as': { roles: 'member lead' },
  'read-association': { roles: 'member lead' },
  'lead-association': { roles: 'lead' },
  'type-door-codes': { roles: 'agent manager' },
  'read-door-code': { mine: true, roles: 'member lead' },
  'check-in': { mine: true, roles: 'agent mediator manager member lead' },
  'act-for-others': { roles: 'agent phone mediator manager' },
  'make-calls': { roles: 'agent phone mediator manager coordinator network' },
  'act-by-phone': { roles: 'phone' },
  'tell-door-code': { roles: 'agent mediator manager' },
  'hand-keys': { roles: 'agent mediator manager owner' },
  'copy-bookings': { roles: 'agent mediator manager' },
  'mark-attendance': { roles: 'agent mediator manager' },
  approve: { roles: 'agent manager coordinator network' },
  close: { roles: 'agent manager owner coordinator network' },
  'plan-workshops': { roles: 'mediator manager' },
  'admit-members': { roles: 'manager' },
  'read-audit': { roles: 'manager network' },
  'see-use': { roles: 'agent mediator manager owner coordinator network' },
  'read-planning': { roles: 'agent mediator manager coordinator network' },
  'agree-to-lending': { roles: 'owner' },
  'read-figures': { roles: 'manager coordinator network' },
  'describe-premises': { roles: 'manager coordinator network' },
  'lend-spaces': { roles: 'manager' },
  'answer-proposals': { roles: 'manager coordinator network' },
  'give-rights': { roles: 'manager network' },
  'give-network-rights': { roles: 'network' },
  'link-tools': { roles: 'manager network lead' },
}

type Case = {
  readonly role: Role
  readonly scope: string
  readonly action: Action
  readonly owner: keyof typeof OWNERS
  readonly site: string
  readonly secondFactor: boolean
  readonly bookedByMe: boolean
}

const isExpected = ({ role, scope, action, owner, site, secondFactor, bookedByMe }: Case): boolean => {
  const { who, mine, booker, roles } = MAY[action]
  if (who || (mine && owner === 'mine')) return true
  const isMember =
    (role === 'member' || role === 'lead') && scope === 'association' && owner === 'of my association'
  if (booker && bookedByMe && isMember) return true
  if (!roles.split(' ').includes(role)) return false
  if (role === 'member' || role === 'lead') return isMember
  return secondFactor && (SCOPES[scope]?.covers.includes(site) ?? false)
}

const CASES: Case[] = ROLES.flatMap((role) =>
  Object.keys(SCOPES).flatMap((scope) =>
    (Object.keys(POLICY) as Action[]).flatMap((action) =>
      (Object.keys(OWNERS) as (keyof typeof OWNERS)[]).flatMap((owner) =>
        Object.keys(SITES).flatMap((site) =>
          [true, false].flatMap((secondFactor) =>
            [true, false].map((bookedByMe) => ({
              role,
              scope,
              action,
              owner,
              site,
              secondFactor,
              bookedByMe,
            })),
          ),
        ),
      ),
    ),
  ),
)

describe('the policy', () => {
  it(`decides as stated in ${CASES.length} combinations, from role and scope to second factor (46)`, () => {
    const wrong = CASES.filter((each) => {
      const grants = [{ role: each.role, scope: (SCOPES[each.scope] as { scope: Scope }).scope }]
      const bookedBy = each.bookedByMe ? ME : undefined
      const resource = { owner: OWNERS[each.owner], bookedBy, site: SITES[each.site] }
      return (
        isAllowed({ id: ME, secondFactor: each.secondFactor, grants }, each.action, resource) !==
        isExpected(each)
      )
    })
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(POLICY) as Action[])(
    'denies %s without a sign-in, unless it is for everyone',
    (action) => {
      const grants = [{ role: 'network', scope: { kind: 'network' } } as const]
      const allowed = isAllowed({ secondFactor: true, grants }, action, {
        owner: ME,
        site: SITES['the site'],
      })
      expect(allowed).toBe(MAY[action].who === 'everyone')
    },
  )

  it('covers every route, and requires a sign-in for every change', () => {
    // The protocol of assistants posts what it asks; its tools only read.
    const asking = ['askTool']
    for (const [name, { action, method }] of Object.entries(routes)) {
      expect(Object.keys(POLICY), name).toContain(action)
      const isChange = method !== 'get' && action !== 'sign-in' && !asking.includes(name)
      if (isChange) expect(MAY[action].who, name).not.toBe('everyone')
    }
  })
})

describe('a scope', () => {
  it('is written as one text, and no other text is read as a scope', () => {
    for (const { scope } of Object.values(SCOPES)) expect(parseScope(formatScope(scope))).toEqual(scope)
    for (const text of ['', 'site:', 'site:*', 'network:1', 'departement:9999', 'association:x', ' network'])
      expect(parseScope(text)).toBeUndefined()
  })
})

describe('an action', () => {
  const AGENT = { role: 'agent', scope: atSite(OFFICE as SiteId) } as const
  const MANAGER = { role: 'manager', scope: { kind: 'departement', departement: '51' } } as const
  const by = { id: ME, secondFactor: true, grants: [AGENT, MANAGER] }
  const here = { site: SITES['the site'] }

  it('is allowed by the grant whose role and scope cover it', () => {
    expect(allowanceOf(by, 'lend-spaces', here)).toEqual({ as: MANAGER })
    expect(allowanceOf(by, 'act-for-others', here)).toEqual({ as: AGENT })
  })

  it('needs no grant on what one owns, and is refused without the right', () => {
    expect(allowanceOf(by, 'change-booking', { ...here, owner: ME })).toEqual({})
    expect(allowanceOf({ ...by, secondFactor: false }, 'lend-spaces', here)).toBeUndefined()
    expect(allowanceOf(by, 'lend-spaces', { site: SITES['a site elsewhere'] })).toBeUndefined()
  })
})
