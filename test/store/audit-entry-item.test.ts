import { expect, it } from 'vitest'
import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { auditEntryItem, auditEntryOfItem } from '../../shared/store/audit-entry-item.ts'
import { NOW } from '../support/builders.ts'

const HERE = atSite('09410A' as SiteId)
const AUDIT_ENTRY: AuditEntry = {
  ...{
    by: 'm'.repeat(20) as HolderId,
    action: 'give-rights',
    as: { role: 'network', scope: { kind: 'network' } },
  },
  ...{
    scope: HERE,
    at: NOW,
    effect: 'revoked',
    about: 'a'.repeat(20),
    holder: 'a'.repeat(20) as HolderId,
    role: 'agent',
  },
}

it('an audit entry is read as it was written', () => {
  expect(auditEntryOfItem(auditEntryItem(AUDIT_ENTRY))).toEqual(AUDIT_ENTRY)
  expect(
    auditEntryOfItem(auditEntryItem({ ...AUDIT_ENTRY, by: 'operator', scope: { kind: 'network' } })),
  ).toMatchObject({ by: 'operator' })
})

it('an audit entry of an earlier version has its site as its scope', () => {
  const { as: _, role: __, ...auditEntry } = AUDIT_ENTRY
  const { scope: ___, ...before } = { ...auditEntryItem(auditEntry), site: '09410A' }
  expect(auditEntryOfItem(before)).toEqual(auditEntry)
})

it('an audit entry without a scope is a fault', () => {
  const { scope: _, ...nowhere } = auditEntryItem(AUDIT_ENTRY)
  expect(() => auditEntryOfItem(nowhere)).toThrow()
})
