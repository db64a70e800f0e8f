import { expect, test } from 'vitest'
import { NewLentSpace } from '../../shared/contracts/lending-views.ts'
import { setUpOfCopy, setUpOfModel } from '../../web/lending/first-set-up.ts'

test('a copied set-up is one that the API accepts', () => {
  const { parts: _, ...model } = setUpOfModel(null, '2026-11-24')
  const copied = setUpOfCopy({ ...model, workshops: false, id: 'bureau' }, '2026-12-01')
  expect(NewLentSpace.safeParse(copied).error).toBeUndefined()
  expect(copied.openings.map(({ from }) => from)).toEqual(['2026-12-01'])
})
