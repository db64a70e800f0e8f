import { expect, it } from 'vitest'
import type { Act } from '../../shared/domain/act.ts'
import type { HolderId } from '../../shared/domain/booking.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import { actItem, actOfItem } from '../../shared/store/act-item.ts'
import { NOW } from '../support/builders.ts'

const HERE = atSite('09410A' as SiteId)
const ACT: Act = {
  ...{ by: 'm'.repeat(20) as HolderId, action: 'give-rights', as: { role: 'network', scope: { kind: 'network' } } },
  ...{
    scope: HERE,
    at: NOW,
    effect: 'revoked',
    about: 'a'.repeat(20),
    holder: 'a'.repeat(20) as HolderId,
    role: 'agent',
  },
}

it('an act is read as it was told', () => {
  expect(actOfItem(actItem(ACT))).toEqual(ACT)
  expect(actOfItem(actItem({ ...ACT, by: 'operator', scope: { kind: 'network' } }))).toMatchObject({ by: 'operator' })
})

it('an act that an earlier version told names its site alone', () => {
  const { as: _, role: __, ...act } = ACT
  const { scope: ___, ...before } = { ...actItem(act), site: '09410A' }
  expect(actOfItem(before)).toEqual(act)
})

it('an act of which one does not know where it was told is a fault', () => {
  const { scope: _, ...nowhere } = actItem(ACT)
  expect(() => actOfItem(nowhere)).toThrow()
})
