import { describe, expect, it } from 'vitest'
import { hoursOfRows, isMixed, rowsOfHours } from '../../web/lending/keeper-hours.ts'
import { unstaffedWords } from '../../web/lending/words/fr/unstaffed-words.ts'

type Range = [string, string]
const MORNING: Range = ['08:30', '12:00']
const AFTERNOON: Range = ['14:00', '17:00']
const HOURS = [[MORNING], [MORNING, AFTERNOON], [], [MORNING], [], [], []]

describe('the hours of a key', () => {
  it('are shown as rows of the same hours, and read back', () => {
    const rows = rowsOfHours(HOURS)
    expect(rows).toEqual([
      { weekdays: [1, 2, 4], start: '08:30', end: '12:00' },
      { weekdays: [2], start: '14:00', end: '17:00' },
    ])
    expect(hoursOfRows([...rows].reverse())).toEqual(HOURS)
  })

  it('are mixed where two rows of a day meet', () => {
    expect(isMixed(HOURS)).toBe(false)
    expect(isMixed([[MORNING, ['11:30', '13:00']]])).toBe(true)
    expect(isMixed([[MORNING, ['12:00', '13:00']]])).toBe(true)
  })
})

it('hours in which nobody opens are said once for days that have the same', () => {
  const day = (at: number | 'holiday', start: string, end: string) => ({ day: at, start, end })
  const same = [1, 2, 3, 4, 5].flatMap((at) => [day(at, '08:00', '14:00'), day(at, '18:00', '20:00')])
  expect(unstaffedWords([...same, day(6, '09:00', '12:00'), day('holiday', '09:00', '12:00')])).toBe(
    'du lundi au vendredi de 8\u00A0h à 14\u00A0h et de 18\u00A0h à 20\u00A0h ; le samedi de 9\u00A0h à 12\u00A0h ; les jours fériés de 9\u00A0h à 12\u00A0h',
  )
})
