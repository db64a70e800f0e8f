import { describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { deviceOf, isOpen, isToBeSeen, type Session } from '../../shared/domain/session.ts'
import { NOW } from '../support/builders.ts'

const HOUR = 60
const DAY = 24 * HOUR

const aSession = (changes: Partial<Session> = {}): Session => ({
  method: 'code',
  secondFactor: false,
  device: 'phone',
  openedAt: NOW,
  seenAt: NOW,
  ...changes,
})

describe('a session', () => {
  it.each([
    ['code', 14 * DAY],
    ['issuer', HOUR],
  ] as const)('opened by %s ends after %i minutes without use, to the millisecond', (method, minutes) => {
    const session = aSession({ method })
    const end = addMinutes(NOW, minutes)
    expect([isOpen(session, (end - 1) as typeof NOW), isOpen(session, end)]).toEqual([true, false])
  })

  it.each([
    ['code', 30 * DAY],
    ['issuer', 12 * HOUR],
  ] as const)('opened by %s ends %i minutes after its opening, however used', (method, minutes) => {
    const end = addMinutes(NOW, minutes)
    const session = aSession({ method, seenAt: (end - 1) as typeof NOW })
    expect([isOpen(session, (end - 1) as typeof NOW), isOpen(session, end)]).toEqual([true, false])
  })

  it('is not open once it is closed', () => {
    expect(isOpen(aSession({ closedAt: NOW }), NOW)).toBe(false)
  })

  it('records its use at most once in five minutes', () => {
    const session = aSession()
    expect([4.99, 5, 6].map((minutes) => isToBeSeen(session, addMinutes(NOW, minutes)))).toEqual([
      false,
      true,
      true,
    ])
  })
})

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
    'phone',
  ],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', 'phone'],
  ['Mozilla/5.0 (Linux; Android 14; SM-X700) AppleWebKit/537.36 Chrome/130.0 Safari/537.36', 'tablet'],
  ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1', 'tablet'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0', 'computer'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'computer',
  ],
  ['curl/8.5.0', 'other'],
  ['', 'other'],
  [undefined, 'other'],
])('the user agent %s is that of a device of the kind %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
