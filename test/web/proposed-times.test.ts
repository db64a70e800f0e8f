import { describe, expect, test } from 'vitest'
import { endsOf, freeStretchesOf, proposalsOf, startsOf } from '../../web/availability/proposed-times.ts'

const LIMITS = { shortestMinutes: 30, longestMinutes: 480, gridMinutes: 15 }
const times = (proposals: readonly { start: string; end: string }[]) =>
  proposals.map(({ start, end }) => `${start}-${end}`)

describe('the times to offer', () => {
  test('are the half-day, the rest and the whole of a free morning that goes past noon', () => {
    const proposals = proposalsOf([{ start: '08:00', end: '14:00', places: 5 }], LIMITS)
    expect(times(proposals)).toEqual(['08:00-12:00', '08:00-14:00', '12:00-14:00'])
  })

  test('have a half-day once', () => {
    expect(times(proposalsOf([{ start: '08:00', end: '12:00', places: 5 }], LIMITS))).toEqual(['08:00-12:00'])
  })

  test('have the places that stay free all through', () => {
    const free = [
      { start: '08:00', end: '10:00', places: 1 },
      { start: '10:00', end: '14:00', places: 5 },
    ]
    expect(proposalsOf(free, LIMITS).map(({ places }) => places)).toEqual([1, 1, 5])
  })

  test('have a whole room only where all its places are free', () => {
    const free = [
      { start: '08:00', end: '10:00', places: 1 },
      { start: '10:00', end: '12:00', places: 5 },
    ]
    expect(times(proposalsOf(free, LIMITS, 5))).toEqual(['10:00-12:00'])
  })

  test('start on the grid of the space', () => {
    const hourly = { ...LIMITS, gridMinutes: 60 }
    const free = [{ start: '08:15', end: '10:30', places: 1 }]
    expect(times(proposalsOf(free, hourly))).toEqual(['09:00-10:30'])
    expect(startsOf(free, hourly, 1)).toEqual(['09:00', '10:00'])
    expect(startsOf([{ start: '08:15', end: '08:45', places: 1 }], hourly, 1)).toEqual([])
  })

  test('join no ranges that do not touch', () => {
    const free = [
      { start: '08:00', end: '09:00', places: 2 },
      { start: '10:00', end: '12:00', places: 2 },
    ]
    expect(times(proposalsOf(free, LIMITS))).toEqual(['08:00-09:00', '10:00-12:00'])
  })

  test('are never longer than the longest booking, or shorter than the shortest', () => {
    const free = [{ start: '07:00', end: '20:00', places: 2 }]
    expect(times(proposalsOf(free, { ...LIMITS, longestMinutes: 240 }))).toEqual([
      '07:00-11:00',
      '12:00-16:00',
      '18:00-20:00',
    ])
    expect(proposalsOf([{ start: '08:00', end: '08:15', places: 1 }], LIMITS)).toEqual([])
  })

  test('start with the stretch where cutting it leaves too little for a booking', () => {
    const free = [{ start: '07:00', end: '20:00', places: 2 }]
    expect(times(proposalsOf(free, { ...LIMITS, shortestMinutes: 420, longestMinutes: 600 }))).toEqual([
      '07:00-17:00',
    ])
  })

  test('are a short stretch as it is', () => {
    expect(times(proposalsOf([{ start: '11:30', end: '12:30', places: 1 }], LIMITS))).toEqual(['11:30-12:30'])
  })

  test('are none where nothing is free', () => {
    expect(proposalsOf([], LIMITS)).toEqual([])
  })
})

describe('the hours to choose', () => {
  const free = [
    { start: '08:00', end: '09:00', places: 1 },
    { start: '09:00', end: '10:00', places: 4 },
  ]

  test('start where they leave room for the shortest booking', () => {
    expect(startsOf(free, LIMITS, 1).at(-1)).toBe('09:30')
    expect(startsOf(free, LIMITS, 3)).toEqual(['09:00', '09:15', '09:30'])
  })

  test('end between the shortest booking and the end of what is free', () => {
    expect(endsOf(free, LIMITS, 1, '08:45')).toEqual(['09:15', '09:30', '09:45', '10:00'])
    expect(endsOf(free, { ...LIMITS, longestMinutes: 45 }, 1, '08:00')).toEqual(['08:30', '08:45'])
    expect(endsOf(free, LIMITS, 1, '12:00')).toEqual([])
  })

  test('go over ranges that touch', () => {
    expect(freeStretchesOf(free)).toEqual([['08:00', '10:00']])
    expect(freeStretchesOf(free, 2)).toEqual([['09:00', '10:00']])
  })
})
