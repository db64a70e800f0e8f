import { describe, expect, it } from 'vitest'
import { decideDeparture, decideRole, isRna, isSiret, type Roster } from '../../shared/domain/association.ts'
import type { HolderId } from '../../shared/domain/booking.ts'

const [ANNE, BRUNO, CLAIRE] = ['anne', 'bruno', 'claire'] as HolderId[] as [HolderId, HolderId, HolderId]

const roster = (...entries: Roster['entries']): Roster => ({ association: 'club' as HolderId, revision: 0, entries })
const two = roster({ holder: ANNE, role: 'lead' }, { holder: BRUNO, role: 'member' })

describe('the number of an association', () => {
  it.each([
    ['W512001234', true],
    ['W51200123', false],
    ['W5120012345', false],
    ['512001234', false],
    ['w512001234', false],
    ['W51200123A', false],
  ])('%s of the RNA is written well: %s', (text, is) => expect(isRna(text)).toBe(is))

  it.each([
    ['73282932000074', true],
    ['73282932000075', false],
    ['7328293200007', false],
    ['732829320000740', false],
    ['00000000000000', false],
    ['7328293200007A', false],
    // An office of La Poste: its digits add up to a multiple of five, which Luhn's rule does not know.
    ['35600000049837', false],
  ])('%s of a SIRET keeps the rule of its last digit: %s', (text, is) => expect(isSiret(text)).toBe(is))
})

describe('an association', () => {
  it('is never without a lead', () => {
    const refused = { ok: false, error: { kind: 'last-lead' } }
    expect(decideDeparture(two, ANNE)).toEqual(refused)
    expect(decideRole(two, { holder: ANNE, role: 'member' })).toEqual(refused)
    expect(decideDeparture(two, BRUNO).ok).toBe(true)
    const led = roster({ holder: ANNE, role: 'lead' }, { holder: BRUNO, role: 'lead' })
    expect(decideDeparture(led, ANNE)).toEqual({ ok: true, value: [{ holder: BRUNO, role: 'lead' }] })
  })

  it('has nobody to change or withdraw who does not belong to it', () => {
    const refused = { ok: false, error: { kind: 'not-found' } }
    expect(decideDeparture(two, CLAIRE)).toEqual(refused)
    expect(decideRole(two, { holder: CLAIRE, role: 'lead' })).toEqual(refused)
  })
})
