import { expect, it } from 'vitest'
import { of } from '../../web/kit/words/fr/elision.ts'

it('a name after « de » takes the form that people say', () => {
  const names = ['Montmirail', 'Orbais', 'Étoges', 'Yvetot', 'Yerres', 'Le Mans', 'Les Ulis', 'La Rochelle']
  expect(names.map(of)).toEqual([
    ...['de Montmirail', 'd’Orbais', 'd’Étoges', 'd’Yvetot', 'de Yerres', 'du Mans', 'des Ulis'],
    'de La Rochelle',
  ])
})
