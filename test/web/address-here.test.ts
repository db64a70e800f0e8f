import { expect, test } from 'vitest'
import { addressHere, addressInEnglish, pageAddress } from '../../web/kit/address-here.ts'

test.each([
  ['/', '/en/'],
  ['/lieu/09410A', '/en/lieu/09410A'],
  ['/reservation?id=x#y', '/en/reservation?id=x#y'],
  ['/en/lieux', '/en/lieux'],
  ['/en/', '/en/'],
  ['/planning?lieu=09410A', '/planning?lieu=09410A'],
  ['/api/me/export?format=csv', '/api/me/export?format=csv'],
  ['tel:3631', 'tel:3631'],
  ['#contenu', '#contenu'],
  ['//elsewhere', '//elsewhere'],
])('the address %s is %s on a page in English', (address, inEnglish) => {
  expect(addressInEnglish(address)).toBe(inEnglish)
  expect(addressHere(address)).toBe(address)
})

test('a page has an address in each language that it is in', () => {
  expect([pageAddress('index', 'fr'), pageAddress('index', 'en')]).toEqual(['/', '/en/'])
  expect([pageAddress('lieux', 'en'), pageAddress('borne', 'en')]).toEqual(['/en/lieux', '/borne'])
})
