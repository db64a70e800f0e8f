import { expect, test } from 'vitest'
import { type Choice, choiceIn, codeAddress, detailsAddress } from '../../web/choice.ts'

const CHOICE: Choice = {
  site: '09410A',
  space: 'bureau',
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk',
  places: 1,
}

const queryOf = (address: string) => new URLSearchParams(address.split('?')[1])

test('a choice goes from page to page by its address', () => {
  expect(detailsAddress(CHOICE)).toBe(
    '/coordonnees?site=09410A&espace=bureau&use=desk&date=2026-11-24&de=08:00&a=12:00',
  )
  expect(choiceIn(queryOf(codeAddress({ ...CHOICE, places: 3 })))).toEqual({ ...CHOICE, places: 3 })
})

test.each([
  ['site', '../me'],
  ['espace', '<img>'],
  ['date', 'demain'],
  ['de', '8h'],
  ['use', 'all'],
])('a malformed %s makes no choice', (name, value) => {
  const query = queryOf(detailsAddress(CHOICE))
  query.set(name, value)
  expect(choiceIn(query)).toBeUndefined()
})
