import { describe, expect, it } from 'vitest'
import type { BookingId } from '../../shared/domain/booking.ts'
import { answersTo } from '../../shared/domain/booking-search.ts'
import { dialledNumber } from '../../shared/domain/phone.ts'

const JEANNE = { id: 'k7pm4r0123456789abcd' as BookingId, name: 'Jeanne-Élise MARTIN', phone: '03 26 81 20 00' }

describe('a booking that is looked for at the counter', () => {
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
    expect(answersTo(query, JEANNE)).toBe(true)
  })

  it.each([
    ['the beginning of a name', 'Mart'],
    ['its end', 'artin'],
    ['a star', '*'],
    ['stars and a name', '***'],
    ['any letters of a pattern', '.*M'],
    ['percents', '%%%'],
    ['nothing but spaces', '   '],
    ['two letters', 'ma'],
    ['the first digits of a phone', '032681'],
    ['a part of the reference', 'K7PM'],
    ['another first name', 'Paul Martin'],
  ])('is not found by %s', (_, query) => {
    expect(answersTo(query, JEANNE)).toBe(false)
  })

  it('has no phone in common with who gave none', () => {
    expect(answersTo('000 000', { id: JEANNE.id, name: 'Paul' })).toBe(false)
  })
})

describe('a phone', () => {
  it.each(['03 26 81 20 00', '03.26.81.20.00', '+33326812000', '+33 (0)3 26 81 20 00', '0033 3 26 81 20 00'])(
    'is the same number when it is written %s',
    (text) => {
      expect(dialledNumber(text)).toBe('0326812000')
    },
  )

  it('of another country keeps its digits', () => {
    expect(dialledNumber('+49 30 901820')).toBe('4930901820')
  })
})
