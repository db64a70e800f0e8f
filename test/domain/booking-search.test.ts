import { describe, expect, it } from 'vitest'
import { matchesQuery, readReference } from '../../shared/domain/booking-search.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { dialledNumber, readPhone } from '../../shared/domain/phone.ts'

const JEANNE = {
  id: 'k7pm4r0123456789abcd' as BookingId,
  name: 'Jeanne-Élise MARTIN',
  phone: '03 26 81 20 00',
}

describe('a booking at the counter', () => {
  it.each([
    ['a name', 'Martin'],
    ['a name, without accents, in lower case', 'elise martin'],
    ['an accent written apart', 'E\u0301lise'],
    ['names in another order', 'MARTIN Jeanne'],
    ['a part of a double name', 'jeanne'],
    ['a phone, written otherwise', '0326812000'],
    ['a phone, from abroad', '+33 3 26 81 20 00'],
    ['a reference', 'K7PM-4R'],
    ['a reference as it is typed', 'k7pm4r'],
  ])('is found by %s', (_, query) => {
    expect(matchesQuery(query, JEANNE)).toBe(true)
  })

  it.each([
    ['the beginning of a name', 'Mart'],
    ['the end of a name', 'artin'],
    ['a star', '*'],
    ['several stars', '***'],
    ['a regular expression', '.*M'],
    ['percent signs', '%%%'],
    ['spaces alone', '   '],
    ['two letters', 'ma'],
    ['the first digits of a phone', '032681'],
    ['a part of a reference', 'K7PM'],
    ['another first name', 'Paul Martin'],
  ])('is not found by %s', (_, query) => {
    expect(matchesQuery(query, JEANNE)).toBe(false)
  })

  it('is not found by a phone when its holder gave none', () => {
    expect(matchesQuery('000 000', { id: JEANNE.id, name: 'Paul' })).toBe(false)
  })
})

describe('a phone', () => {
  it.each(['03 26 81 20 00', '03.26.81.20.00', '+33326812000', '+33 (0)3 26 81 20 00', '0033 3 26 81 20 00'])(
    'is the same number when it is written %s',
    (text) => {
      expect(dialledNumber(text)).toBe('0326812000')
    },
  )

  it.each(['+49 30 901820', '0049 30 901820', '+49 (0)30 901820'])(
    'of another country keeps its digits when it is written %s',
    (text) => {
      expect(dialledNumber(text)).toBe('4930901820')
    },
  )

  it.each([
    ['0692 12 34 56', '+262 692 12 34 56'],
    ['0690123456', '+590 (0)690 12 34 56'],
    ['0508 41 12 34', '+508 41 12 34'],
  ])('of France overseas is the same number when dialled from abroad: %s', (here, abroad) => {
    expect(dialledNumber(abroad)).toBe(dialledNumber(here))
  })

  it.each([
    ['03 26 81 20 00', '03 26 81 20 00'],
    ['06/12/34/56/78', '06 12 34 56 78'],
    ['+33 (0)6 12 34 56 78', '06 12 34 56 78'],
    ['(+33) 6.12.34.56.78', '06 12 34 56 78'],
    ['06\u00A012\u202F34\u00A056\u00A078', '06 12 34 56 78'],
    ['06\u201112\u201134\u201156\u201178', '06 12 34 56 78'],
    ['+262 692 12 34 56', '06 92 12 34 56'],
    ['+687 26 12 34', '+687261234'],
    ['26 12 34', '26 12 34'],
    ['3631', '3631'],
    ['39 39', '3939'],
    ['115', '115'],
    ['118 218', '11 82 18'],
    ['+44 (0)20 7946 0018', '+442079460018'],
  ])('written %j is kept as %s', (text, kept) => {
    expect(readPhone(text)).toBe(kept)
    expect(readPhone(kept)).toBe(kept)
    expect(dialledNumber(kept)).toBe(dialledNumber(text))
  })

  it.each([
    '',
    '......',
    '12',
    '12 345',
    '+33',
    '0326812000 0326812001',
    '06 12 34 56 78 bureau',
    '<img>',
    '6+12345678',
  ])('is refused when it is written %j', (text) => {
    expect(readPhone(text)).toBeUndefined()
  })
})

describe('a reference', () => {
  it.each(['K7PM-4R', 'k7pm4r', ' K 7 P M 4 R', 'k7pm – 4r'])('is read as it is dictated: %j', (dictated) => {
    expect(readReference(dictated)).toBe('K7PM-4R')
  })

  it.each(['', 'K7PM-4', 'K7PM-4RX', '03 26 81 20 00'])('is not read in %j', (text) => {
    expect(readReference(text)).toBeUndefined()
  })
})
