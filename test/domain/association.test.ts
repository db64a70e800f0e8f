import { describe, expect, it } from 'vitest'
import {
  decideDeparture,
  decideRole,
  isRna,
  isSiret,
  type Roster,
  registerNumber,
} from '../../shared/domain/association.ts'
import type { HolderId } from '../../shared/domain/ids.ts'

const [ANNE, BRUNO, CLAIRE] = ['anne', 'bruno', 'claire'] as HolderId[] as [HolderId, HolderId, HolderId]

const roster = (...entries: Roster['entries']): Roster => ({
  association: 'club' as HolderId,
  revision: 0,
  entries,
})
const two = roster({ holder: ANNE, role: 'lead' }, { holder: BRUNO, role: 'member' })

describe('the number of an association', () => {
  it.each([
    ['W512001234', true],
    ['W51200123', false],
    ['W5120012345', false],
    ['512001234', false],
    ['w512001234', false],
    ['W51200123A', false],
    ['W2A1001234', true],
    ['W9R1001234', true],
    ['WA21001234', false],
    ['W9RR001234', false],
  ])('written %s is valid in the RNA: %s', (text, is) => expect(isRna(text)).toBe(is))

  it.each([
    ['73282932000074', true],
    ['73282932000075', false],
    ['7328293200007', false],
    ['732829320000740', false],
    ['00000000000000', false],
    ['7328293200007A', false],
    // La Poste: Luhn's rule, as at its seat, or digits that add up to a multiple of five, as at an office.
    ['35600000000048', true],
    ['35600000049837', true],
    ['35600000049838', false],
    ['73282932000073', false],
  ])('written %s is valid as a SIRET: %s', (text, is) => expect(isSiret(text)).toBe(is))
})

describe('the number of a register', () => {
  it.each([
    ['w512 001 234', 'W512001234'],
    ['W51.200.1234', 'W512001234'],
    ['RNA : W512001234', 'W512001234'],
    ['n° RNA W2A1001234', 'W2A1001234'],
    ['732 829 320 00074', '73282932000074'],
    ['732\u00A0829\u202F320\u00A000074', '73282932000074'],
    ['SIRET\u00A0: 732-829-320-00074', '73282932000074'],
    ['SIRET N° 73282932000074', '73282932000074'],
  ])('written %j is kept as %s', (text, number) => expect(registerNumber(text)).toBe(number))
})

describe('an association', () => {
  it('always keeps at least one lead', () => {
    const refused = { ok: false, error: { kind: 'last-lead' } }
    expect(decideDeparture(two, ANNE)).toEqual(refused)
    expect(decideRole(two, { holder: ANNE, role: 'member' })).toEqual(refused)
    expect(decideDeparture(two, BRUNO).ok).toBe(true)
    const led = roster({ holder: ANNE, role: 'lead' }, { holder: BRUNO, role: 'lead' })
    expect(decideDeparture(led, ANNE)).toEqual({ ok: true, value: [{ holder: BRUNO, role: 'lead' }] })
  })

  it('refuses to change or withdraw a person who does not belong to it', () => {
    const refused = { ok: false, error: { kind: 'not-found' } }
    expect(decideDeparture(two, CLAIRE)).toEqual(refused)
    expect(decideRole(two, { holder: CLAIRE, role: 'lead' })).toEqual(refused)
  })
})
