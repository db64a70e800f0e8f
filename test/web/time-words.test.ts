import { expect, test } from 'vitest'
import {
  dayWords,
  durationWords,
  fullDayWords,
  hourWords,
  placesWords,
  rangesWords,
  rangeWords,
  shortDayWords,
  soonDayWords,
  spanWords,
  stampDayWords,
} from '../../web/kit/words/fr/time-words.ts'

const plain = (words: string) => words.replaceAll('\u00A0', ' ')

test.each([
  ['08:00', '8 h'],
  ['08:30', '8 h 30'],
  ['12:00', '12 h'],
  ['00:15', '0 h 15'],
  ['24:00', 'minuit'],
])('the time %s is said as people do: %s', (time, words) => {
  expect(plain(hourWords(time))).toBe(words)
})

test('a line is never broken inside an hour', () => {
  expect(hourWords('08:30')).toBe('8\u00A0h\u00A030')
})

test('ranges are said alone and in a row', () => {
  expect(plain(rangeWords('08:00', '12:00'))).toBe('de 8 h à 12 h')
  expect(
    plain(
      rangesWords([
        ['09:00', '12:00'],
        ['14:00', '17:30'],
      ]),
    ),
  ).toBe('de 9 h à 12 h et de 14 h à 17 h 30')
  expect(rangesWords([])).toBe('')
})

test('a day is said in full, with its year only when it is another one', () => {
  expect(dayWords('2026-11-24')).toBe('mardi 24 novembre')
  expect(dayWords('2026-12-01')).toBe('mardi 1er décembre')
  expect(dayWords('2027-01-12', '2026-11-24')).toBe('mardi 12 janvier 2027')
})

test('today and tomorrow are said by the calendar of the site', () => {
  expect(fullDayWords('2026-11-24', '2026-11-24')).toBe('aujourd’hui, mardi 24 novembre')
  expect(fullDayWords('2026-12-01', '2026-11-30')).toBe('demain, mardi 1er décembre')
  expect(fullDayWords('2026-11-26', '2026-11-24')).toBe('jeudi 26 novembre')
})

test('a day of the week to come is said by its weekday and number, a later one with its month', () => {
  const said = ['2026-11-26', '2026-11-27', '2026-12-01', '2026-12-02', '2026-12-03'].map((date) =>
    soonDayWords(date, '2026-11-26'),
  )
  expect(said).toEqual(['aujourd’hui', 'demain', 'mardi 1er', 'mercredi 2', 'jeu. 3 déc.'])
})

test.each(['Pacific/Tahiti', 'Pacific/Noumea', 'Europe/Paris'])(
  'dates are those on the door in a browser in %s',
  (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      expect(dayWords('2026-11-24')).toBe('mardi 24 novembre')
      expect(shortDayWords('2026-11-24')).toBe('mar. 24 nov.')
      expect(stampDayWords('2026-11-24')).toBe('24 NOV')
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  },
)

test('a span of days has its month once when it is the same', () => {
  expect(spanWords('2026-11-23', '2026-11-29')).toEqual(['23', '29 novembre'])
  expect(spanWords('2026-11-30', '2026-12-06')).toEqual(['30 novembre', '6 décembre'])
  expect(spanWords('2026-12-01', '2026-12-07')).toEqual(['1er', '7 décembre'])
})

test('durations and places are said in singular and plural', () => {
  expect([30, 60, 90, 120, 480, 1440].map((minutes) => plain(durationWords(minutes)))).toEqual([
    '30 minutes',
    '1 heure',
    '1 heure 30',
    '2 heures',
    '8 heures',
    '1 jour',
  ])
  expect([1, 5].map((places) => plain(placesWords(places)))).toEqual(['1 place', '5 places'])
})
