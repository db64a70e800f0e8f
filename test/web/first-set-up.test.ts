import { expect, test } from 'vitest'
import { NewLentSpace } from '../../shared/contracts/lending-views.ts'
import { FREE } from '../../shared/domain/space.ts'
import { setUpOfCopy, setUpOfModel } from '../../web/lending/first-set-up.ts'

test('a copied set-up is one that the API accepts', () => {
  const { parts: _, ...model } = setUpOfModel('digital-island', '2026-11-24')
  const lent = { ...model, amenities: [], price: FREE, workshops: false, id: 'bureau' }
  const copied = setUpOfCopy(lent, '2026-12-01')
  expect(NewLentSpace.safeParse(copied).error).toBeUndefined()
  expect(copied.openings.map(({ from }) => from)).toEqual(['2026-12-01'])
})
