import { expect, test } from 'vitest'
import { AMENITIES } from '../../shared/domain/space.ts'
import { AMENITY_GROUPS } from '../../web/kit/amenities/amenity-groups.ts'

test('each amenity stands in one group of the pages', () => {
  expect(Object.values(AMENITY_GROUPS).flat().sort()).toEqual([...AMENITIES].sort())
})
