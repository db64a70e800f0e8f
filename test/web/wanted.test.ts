import { expect, test } from 'vitest'
import { filtersOf, questionOf, resultsAddress, wantedIn, wishesOf, without } from '../../web/find/wanted.ts'
import { localToday } from '../../web/kit/local-text.ts'

const TODAY = '2026-11-24'

const inAddress = (address: string) => wantedIn(new URLSearchParams(address.split('?')[1]), TODAY)

const WHOLE =
  '/lieux?locality=51123&q=Champaubert&use=desk&date=2026-11-28&after=18:00&people=4&stepFree=yes&free=yes&access=door-code'

test('a search lives in the address of its page', () => {
  expect(resultsAddress(inAddress(WHOLE))).toBe(WHOLE)
})

test('a search asks the API for one place, the chosen commune before the typed text', () => {
  const { q: _, ...question } = inAddress(WHOLE)
  expect(questionOf(inAddress(WHOLE))).toEqual({ ...question, limit: '30' })
  expect(questionOf(inAddress('/lieux?near=48.87,3.54'))).toEqual({ near: '48.87,3.54', limit: '30' })
  expect(questionOf(inAddress('/lieux?use=room'))).toBeUndefined()
})

test.each([
  'q=+++',
  'locality=Marne',
  'near=48.87',
  'departement=510',
  'use=kitchen',
  'date=2026-11-23',
  'date=2026-02-30',
  'after=soir',
  'people=0',
  'people=many',
  'stepFree=no',
  'access=window',
  'date=',
])('a search leaves out what is malformed or over in its address: %s', (part) => {
  expect(inAddress(`/lieux?${part}`)).toEqual({})
})

test('a search says its filters, and leads to itself without one of them', () => {
  const wanted = inAddress('/lieux?q=Rennes&use=room&people=8&free=yes')
  expect(filtersOf(wanted)).toEqual(['people', 'free'])
  expect(resultsAddress(without(wanted, 'people'))).toBe('/lieux?q=Rennes&use=room&free=yes')
})

test('a new search keeps what is wanted, and not where it was looked for', () => {
  expect(wishesOf(inAddress(WHOLE))).toEqual({
    use: 'desk',
    date: '2026-11-28',
    after: '18:00',
    people: '4',
    stepFree: 'yes',
    free: 'yes',
    access: 'door-code',
  })
})

test('today is the day of the device, and not that of Greenwich', () => {
  const before = process.env.TZ
  process.env.TZ = 'Pacific/Noumea'
  try {
    expect(localToday(new Date('2026-11-24T20:00Z'))).toBe('2026-11-25')
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})
