import { expect, test } from 'vitest'
import { priceWords } from '../../web/kit/words/en/price-words.ts'
import {
  dayWords,
  durationWords,
  fullDayWords,
  hourWords,
  kilometresWords,
  momentWords,
  placesWords,
  rangesWords,
  rangeWords,
  shortDayWords,
  shortRangeWords,
  spanWords,
  stampDayWords,
} from '../../web/kit/words/en/time-words.ts'
import { ordinal } from '../../web/kit/words/ordinal.ts'

const plain = (words: string) => words.replaceAll('\u00A0', ' ')

test.each([
  ['08:00', '8 am'],
  ['08:30', '8:30 am'],
  ['12:00', '12 noon'],
  ['12:30', '12:30 pm'],
  ['18:00', '6 pm'],
  ['00:00', 'midnight'],
  ['00:15', '12:15 am'],
  ['24:00', 'midnight'],
])('the time %s is said in English as people do: %s', (time, words) => {
  expect(plain(hourWords(time))).toBe(words)
})

test('ranges are said in English alone and in a row', () => {
  expect(plain(rangeWords('08:00', '12:00'))).toBe('8 am to 12 noon')
  const ranges = [['09:00', '12:00'] as const, ['14:00', '17:30'] as const]
  expect(plain(rangesWords(ranges))).toBe('9 am to 12 noon and 2 pm to 5:30 pm')
  expect(rangesWords([])).toBe('')
})

test.each([
  ['08:00', '11:30', '8 – 11:30 am'],
  ['08:00', '12:00', '8 am – noon'],
  ['12:00', '14:00', 'noon – 2 pm'],
  ['10:00', '14:30', '10 am – 2:30 pm'],
  ['18:00', '24:00', '6 pm – midnight'],
])('a range from %s to %s is said in short in English: %s', (start, end, words) => {
  expect(plain(shortRangeWords(start, end))).toBe(words)
})

test('a day is said in English in full, with its year only when it is another one', () => {
  expect(dayWords('2026-11-24')).toBe('Tuesday 24 November')
  expect(dayWords('2027-01-12', '2026-11-24')).toBe('Tuesday 12 January 2027')
  expect(fullDayWords('2026-12-01', '2026-11-30')).toBe('tomorrow, Tuesday 1 December')
  expect([shortDayWords('2026-11-24'), stampDayWords('2026-11-24')]).toEqual(['Tue 24 Nov', '24 NOV'])
  expect(spanWords('2026-11-23', '2026-11-29')).toEqual(['23', '29 November'])
  expect(plain(momentWords('2026-11-24T08:30'))).toBe('Tuesday 24 November at 8:30 am')
  expect(momentWords('2026-11-24T00:00')).toBe('Tuesday 24 November')
})

test('counts, distances, ranks and prices are said as English has them', () => {
  expect([30, 60, 90, 480, 1440].map((minutes) => plain(durationWords(minutes)))).toEqual([
    '30 minutes',
    '1 hour',
    '1 hour 30 minutes',
    '8 hours',
    '1 day',
  ])
  expect([0, 1, 5].map((places) => plain(placesWords(places)))).toEqual(['0 places', '1 place', '5 places'])
  expect([0.4, 22.6].map((km) => plain(kilometresWords(km)))).toEqual(['less than 1 km away', '23 km away'])
  expect([0.4, 22.6].map((km) => plain(kilometresWords(km, true)))).toEqual([
    'about 1 km away',
    'about 23 km away',
  ])
  expect([1, 2, 3, 4, 11, 12, 21, 101].map(ordinal).join(' ')).toBe('1st 2nd 3rd 4th 11th 12th 21st 101st')
  expect(priceWords({ per: 'half-day', cents: 1000 })).toBe('€10 a half-day')
  expect(priceWords({ per: 'day', cents: 1250 })).toBe('€12.50 a day')
})
