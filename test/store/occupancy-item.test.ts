import { describe, expect, it } from 'vitest'
import type { Table } from '../../shared/store/client.ts'
import { changeCounters, occupancyOf } from '../../shared/store/occupancy-item.ts'

const table = { name: 'table' } as Table
const key = { pk: 'SITE#1', sk: 'DAY#1' }

/**
 * An expression has at most 300 operators:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const MOST_OPERATORS = 300

const wholeDay = (delta: number) => Object.fromEntries(Array.from({ length: 96 }, (_, at) => [at, delta]))

describe('a change of an occupancy', () => {
  it('stays within the operators of an expression for a whole day', () => {
    const { ConditionExpression = '' } = changeCounters(table, key, { deltas: wholeDay(1), capacity: 5 })
    const operators = ConditionExpression.match(/NOT|OR|>/g) ?? []
    expect(operators.length).toBe(1 + 96 + 95)
    expect(operators.length).toBeLessThanOrEqual(MOST_OPERATORS)
  })

  it('requires room for what each quarter gains', () => {
    expect(changeCounters(table, key, { deltas: { 32: 2, 33: 1 }, capacity: 5 })).toMatchObject({
      UpdateExpression: 'ADD changes :one, q32 :more2, q33 :more1',
      ConditionExpression: 'NOT (q32 > :leave2 OR q33 > :leave1)',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':more2': { N: '2' },
        ':more1': { N: '1' },
        ':leave2': { N: '3' },
        ':leave1': { N: '4' },
      },
    })
  })

  it('requires nothing of the quarters that lose', () => {
    const change = changeCounters(table, key, { deltas: { 32: -2 }, capacity: 5 })
    expect(change.UpdateExpression).toBe('ADD changes :one, q32 :less2')
    expect(change).not.toHaveProperty('ConditionExpression')
  })

  it('is never made for more places than the capacity, where a missing counter would admit them', () => {
    expect(() => changeCounters(table, key, { deltas: { 32: 6 }, capacity: 5 })).toThrow(RangeError)
  })
})

it('an occupancy is read from its counters alone', () => {
  expect(occupancyOf({ pk: 'SITE#1', sk: 'DAY#1', q32: 2, q95: 1, quarters: 4 })).toEqual({ 32: 2, 95: 1 })
  expect(occupancyOf(undefined)).toEqual({})
  expect(() => occupancyOf({ q32: '2' })).toThrow(TypeError)
})
