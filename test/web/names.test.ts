import { expect, test } from 'vitest'
import { atName, ofName } from '../../web/kit/words/fr/names.ts'

test.each([
  ['Montmirail', 'de Montmirail', 'à Montmirail'],
  ['Orbais-l’Abbaye', 'd’Orbais-l’Abbaye', 'à Orbais-l’Abbaye'],
  ['Écury-le-Repos', 'd’Écury-le-Repos', 'à Écury-le-Repos'],
  ['Yvetot', 'd’Yvetot', 'à Yvetot'],
  ['Yenne', 'de Yenne', 'à Yenne'],
  ['Honfleur', 'de Honfleur', 'à Honfleur'],
  ['Le Gast', 'du Gast', 'au Gast'],
  ['Les Mureaux', 'des Mureaux', 'aux Mureaux'],
  ['La Réunion', 'de La Réunion', 'à La Réunion'],
  ['L’Haÿ-les-Roses', 'de L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
  ['Lesparre', 'de Lesparre', 'à Lesparre'],
])('the name %s joins the words before it as people say: %s, %s', (name, of, at) => {
  expect([ofName(name), atName(name)]).toEqual([of, at])
})
