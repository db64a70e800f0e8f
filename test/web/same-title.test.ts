import { expect, test } from 'vitest'
import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { byTitle } from '../../web/workshop/same-title.ts'

test('sittings of one title and level stand together, in the order of the first of each', () => {
  const sitting = (id: string, title: string, level?: string) =>
    ({ id, title, ...(level && { level }) }) as WorkshopSummary
  const all = [
    sitting('1', 'Photos', 'beginner'),
    sitting('2', 'Arnaques'),
    sitting('3', 'Photos', 'beginner'),
    sitting('4', 'Photos', 'advanced'),
  ]
  const groups = byTitle(all, ({ level }) => level)
  expect(groups.map(({ title, sittings }) => [title, sittings.map(({ id }) => id).join()])).toEqual([
    ['Photos', '1,3'],
    ['Arnaques', '2'],
    ['Photos', '4'],
  ])
})
