import { expect, test } from 'vitest'
import * as z from 'zod'
import type { Route } from '../../shared/contracts/route.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { POLICY } from '../../shared/domain/rights.ts'

/** Every number in answers to anonymous or signed-in people: only the last one counts people. */
const NUMBERS = {
  where: ['lat', 'lon', 'distanceKm', 'total', 'degrees', 'km'],
  'points of the network': ['points', 'lent', 'idle', 'open', 'partly', 'closed', 'unknown'],
  'what is lent': ['capacity', 'weekdays', 'cents', 'seats'],
  'what is left of it': ['places', 'seatsLeft'],
  'on which terms': [
    ...[
      'noticeMinutes',
      'shortestMinutes',
      'longestMinutes',
      'gridMinutes',
      'cancelBeforeMinutes',
      'horizonDays',
    ],
    ...['takeBackNoticeDays', 'beforeMinutes', 'afterMinutes', 'opensMinutes', 'closesMinutes', 'hours'],
    ...['activeBookings', 'hoursAWeek', 'most', 'days', 'version', 'callHoursBefore'],
  ],
  'one’s own': ['rank', 'minutes', 'accepted', 'validMinutes', 'plannedMinutes', 'weeklyHours'],
  'how long one would wait': ['waiting'],
  'what a message of an assistant is called': ['id'],
}

type Shape = { readonly type?: string; readonly [part: string]: unknown }

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

/** The names under which a JSON schema has numbers. */
const numbersIn = (shape: Shape, name: string): string[] => {
  if (shape.type === 'number' || shape.type === 'integer') return [name]
  return Object.entries(shape).flatMap(([part, value]) => {
    if (!isShape(value)) return []
    if (part !== 'properties') return numbersIn(value, name)
    return Object.entries(value).flatMap(([key, each]) => (isShape(each) ? numbersIn(each, key) : []))
  })
}

const numbersOf = ({ response }: Route): string[] =>
  response ? numbersIn(z.toJSONSchema(response, { reused: 'inline' }) as Shape, '') : []

const isForAnybody = ({ action }: Route): boolean =>
  'everyone' in POLICY[action] || 'signedIn' in POLICY[action]

test('no figure about people is told without a right over them (57)', () => {
  const told = Object.values<Route>(routes).filter(isForAnybody).flatMap(numbersOf)
  expect([...new Set(told)].sort()).toEqual(Object.values(NUMBERS).flat().sort())
})

test('figures about people are told to those who may read their names, and left out for the owner of the premises', () => {
  const counting = ['taken', 'requests', 'calls', 'count']
  const named = Object.entries<Route>(routes).filter(([, route]) =>
    numbersOf(route).some((each) => counting.includes(each)),
  )
  expect(named.map(([name, { action }]) => [name, action])).toEqual([
    ['readPlanning', 'see-use'],
    ['readToday', 'see-use'],
    ['readFigures', 'read-figures'],
    ['previewLending', 'lend-spaces'],
  ])
})
