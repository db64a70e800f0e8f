import { describe, expect, it } from 'vitest'
import type { Table } from '../../shared/store/client.ts'
import { sheetOf, takePlaces } from '../../shared/store/sheet-item.ts'
import { range } from '../support/builders.ts'

const table = { name: 'table' } as Table
const key = { pk: 'SITE#1', sk: 'DAY#1' }

/** docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: an expression has at most 300 operators. */
const MOST_OPERATORS = 300

describe('the condition of a sheet', () => {
  it('stays within the operators of an expression for a whole day', () => {
    const { ConditionExpression = '' } = takePlaces(table, key, range('00:00-24:00'), 1, 5)
    const operators = ConditionExpression.match(/NOT|OR|>/g) ?? []
    expect(operators.length).toBe(1 + 96 + 95)
    expect(operators.length).toBeLessThanOrEqual(MOST_OPERATORS)
  })

  it('allows as many as are taken when the places asked for are added', () => {
    const { ExpressionAttributeValues } = takePlaces(table, key, range('08:00-09:00'), 2, 5)
    expect(ExpressionAttributeValues).toEqual({ ':places': { N: '2' }, ':free': { N: '3' } })
  })

  it('is never made for more places than the capacity, where a missing counter would let them in', () => {
    expect(() => takePlaces(table, key, range('08:00-09:00'), 6, 5)).toThrow(RangeError)
  })
})

it('a sheet is read from its counters alone', () => {
  expect(sheetOf({ pk: 'SITE#1', sk: 'DAY#1', q32: 2, q95: 1, quarters: 4 })).toEqual({ 32: 2, 95: 1 })
  expect(sheetOf(undefined)).toEqual({})
  expect(() => sheetOf({ q32: '2' })).toThrow(TypeError)
})
