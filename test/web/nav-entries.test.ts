import { describe, expect, it } from 'vitest'
import { STAFF_ROLES, type StaffRole } from '../../shared/domain/rights.ts'
import { addressOf, navEntriesOf, onlySiteOf } from '../../web/staff/nav-entries.ts'
import { staff } from '../../web/staff/words/fr/staff.ts'

const PLACE = { id: '09411A', departement: '51', parent: '09410A', name: 'Orbais' }
const HERE = 'site:09411A'
const grant = (role: StaffRole | 'member', scope = HERE) => ({ role, scope, place: 'Orbais' })
const inSight = (...roles: StaffRole[]) =>
  navEntriesOf({ grants: roles.map((role) => grant(role)) }, PLACE).inSight

describe('the navigation of staff', () => {
  it('keeps at most four pages in sight, those that the role is for', () => {
    expect(inSight('manager')).toEqual(['aujourd-hui', 'planning', 'guichet', 'demandes'])
    expect(inSight('agent')).toEqual(['aujourd-hui', 'planning', 'guichet', 'demandes'])
    expect(inSight('mediator')).toEqual(['aujourd-hui', 'ma-semaine', 'guichet', 'demandes'])
    expect(inSight('owner')).toEqual(['aujourd-hui', 'planning', 'fermer', 'cles'])
    expect(inSight('coordinator')).toEqual(['aujourd-hui', 'planning', 'demandes', 'fermer'])
    expect(inSight('phone')).toEqual(['guichet', 'demandes', 'telephone'])
  })

  it('has the rest one tap further, and nothing that somebody may not open', () => {
    expect(navEntriesOf({ grants: [grant('agent')] }, PLACE).rest).toEqual([
      'fermer',
      'cles',
      'locaux',
      'equipe',
    ])
    expect(navEntriesOf({ grants: [grant('agent', 'site:01073A')] }, PLACE)).toEqual({
      inSight: ['aujourd-hui'],
      rest: ['equipe'],
    })
    expect(navEntriesOf({ grants: [] }, PLACE)).toEqual({ inSight: [], rest: [] })
    const association = { grants: [grant('member', `association:${'a'.repeat(20)}`)] }
    expect(navEntriesOf(association, PLACE)).toEqual({ inSight: [], rest: [] })
  })

  it('leads to every page that a list of sites leads to', () => {
    const { inSight: seen, rest } = navEntriesOf({ grants: STAFF_ROLES.map((role) => grant(role)) }, PLACE)
    expect([...seen, ...rest]).toEqual(expect.arrayContaining(Object.keys(staff.pages)))
  })

  it('leads to no page of a site where none is named', () => {
    const { inSight: seen, rest } = navEntriesOf({ grants: [grant('mediator'), grant('manager')] }, undefined)
    expect([seen, rest]).toEqual([['aujourd-hui', 'ma-semaine', 'equipe'], []])
    expect(addressOf('aujourd-hui', PLACE)).toBe('/aujourd-hui')
    expect(addressOf('planning', PLACE)).toBe('/planning?lieu=09411A')
  })

  it('names the site of somebody who works at one alone', () => {
    const association = grant('member', `association:${'a'.repeat(20)}`)
    expect(onlySiteOf({ grants: [grant('agent'), grant('manager'), association] })).toEqual({
      id: '09411A',
      name: 'Orbais',
    })
    expect(onlySiteOf({ grants: [grant('agent'), grant('agent', 'site:09410A')] })).toBeUndefined()
    expect(onlySiteOf({ grants: [grant('agent'), grant('network', 'network')] })).toBeUndefined()
    expect(onlySiteOf({ grants: [association] })).toBeUndefined()
  })
})
