import { expect, it } from 'vitest'
import { conditionOf, IS_ABSENT, updateOf, when } from '../../shared/store/expression.ts'

it('an update names what it sets, removes and adds, and the condition it is made on', () => {
  expect(
    updateOf({
      set: { status: 'cancelled', note: undefined },
      remove: ['until'],
      add: { revision: 1 },
      when: when`#status = ${'planned'} AND #revision = ${1}`,
    }),
  ).toEqual({
    UpdateExpression: 'SET #status = :v0 REMOVE #note, #until ADD #revision :v1',
    ConditionExpression: '#status = :v2 AND #revision = :v1',
    ExpressionAttributeNames: {
      '#status': 'status',
      '#note': 'note',
      '#until': 'until',
      '#revision': 'revision',
    },
    ExpressionAttributeValues: { ':v0': { S: 'cancelled' }, ':v1': { N: '1' }, ':v2': { S: 'planned' } },
  })
})

it('an update without a condition has none', () => {
  expect(updateOf({ set: { done: true } })).toEqual({
    UpdateExpression: 'SET #done = :v0',
    ExpressionAttributeNames: { '#done': 'done' },
    ExpressionAttributeValues: { ':v0': { BOOL: true } },
  })
})

it('an update that only removes carries no values', () => {
  expect(updateOf({ remove: ['s-1', 'm-1'] })).toEqual({
    UpdateExpression: 'REMOVE #s_1, #m_1',
    ExpressionAttributeNames: { '#s_1': 's-1', '#m_1': 'm-1' },
  })
})

it('an attribute inside a map is reached by its path', () => {
  expect(updateOf({ set: { 'lending.done': true }, when: when`#lending.#hash = ${'a-hash'}` })).toEqual({
    UpdateExpression: 'SET #lending.#done = :v0',
    ConditionExpression: '#lending.#hash = :v1',
    ExpressionAttributeNames: { '#lending': 'lending', '#done': 'done', '#hash': 'hash' },
    ExpressionAttributeValues: { ':v0': { BOOL: true }, ':v1': { S: 'a-hash' } },
  })
})

it('members join a set, and what is undefined inside a value is left out', () => {
  expect(updateOf({ add: { touched: new Set(['b1']) } }).ExpressionAttributeValues).toEqual({
    ':v0': { SS: ['b1'] },
  })
  expect(updateOf({ set: { told: { revision: 1, window: undefined } } }).ExpressionAttributeValues).toEqual({
    ':v0': { M: { revision: { N: '1' } } },
  })
})

it('a condition stands alone for a put, a delete or a check', () => {
  expect(conditionOf(IS_ABSENT)).toEqual({ ConditionExpression: 'attribute_not_exists(pk)' })
  expect(conditionOf(when`#state IN (${'closing'}, ${'closed'})`)).toEqual({
    ConditionExpression: '#state IN (:v0, :v1)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':v0': { S: 'closing' }, ':v1': { S: 'closed' } },
  })
})
