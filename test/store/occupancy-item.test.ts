import { describe, expect, it } from 'vitest'
import { updateOf } from '../../shared/store/expression.ts'
import { changeCounters, occupancyOf } from '../../shared/store/occupancy-item.ts'

/** docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: an expression has at most 300 operators. */
const MOST_OPERATORS = 300

const wholeDay = (delta: number) => Object.fromEntries(Array.from({ length: 96 }, (_, at) => [at, delta]))

describe('a change of an occupancy', () => {
  it('stays within the operators of an expression for a whole day', () => {
    const { ConditionExpression = '' } = updateOf(changeCounters({ deltas: wholeDay(1), capacity: 5 }))
    const operators = ConditionExpression.match(/NOT|OR|>/g) ?? []
    expect(operators.length).toBe(1 + 96 + 95)
    expect(operators.length).toBeLessThanOrEqual(MOST_OPERATORS)
  })

  it('leaves room for what each quarter gains', () => {
    expect(updateOf(changeCounters({ deltas: { 32: 2, 33: 1 }, capacity: 5 }))).toMatchObject({
      UpdateExpression: 'ADD #changes :v0, #q32 :v1, #q33 :v0',
      ConditionExpression: 'NOT (#q32 > :v2 OR #q33 > :v3)',
      ExpressionAttributeValues: {
        ':v0': { N: '1' },
        ':v1': { N: '2' },
        ':v2': { N: '3' },
        ':v3': { N: '4' },
      },
    })
  })

  it('asks nothing of the quarters that lose', () => {
    const change = updateOf(changeCounters({ deltas: { 32: -2 }, capacity: 5 }))
    expect(change.UpdateExpression).toBe('ADD #changes :v0, #q32 :v1')
    expect(change).not.toHaveProperty('ConditionExpression')
  })

  it('is never made for more places than the capacity, where a missing counter would let them in', () => {
    expect(() => changeCounters({ deltas: { 32: 6 }, capacity: 5 })).toThrow(RangeError)
  })
})

it('an occupancy is read from its counters alone', () => {
  expect(occupancyOf({ pk: 'SITE#1', sk: 'DAY#1', q32: 2, q95: 1, quarters: 4 })).toEqual({ 32: 2, 95: 1 })
  expect(occupancyOf(undefined)).toEqual({})
  expect(() => occupancyOf({ q32: '2' })).toThrow(TypeError)
})
