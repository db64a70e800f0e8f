import { describe, expect, it } from 'vitest'
import { isOneLetterOff } from '../../shared/domain/one-letter-off.ts'
import { gazetteer } from '../support/communes.ts'

const meant = (text: string, limit = 8) =>
  gazetteer.suggest(text, limit).map(({ locality }) => `${locality.name} ${locality.departement}`)

describe('a name of a locality', () => {
  it.each([
    ['Montmirail', 'Montmirail 51'],
    ['MONTMIRAIL', 'Montmirail 51'],
    ['montm', 'Montmorency 95'],
    ['saint gerand le puy', 'Saint-Gérand-le-Puy 03'],
    ['St-Gérand-le-Puy', 'Saint-Gérand-le-Puy 03'],
    ['Ste Mère Église', 'Sainte-Mère-Église 50'],
    ['havre', 'Le Havre 76'],
    ['aix provence', 'Aix-en-Provence 13'],
    ['villeneuve s/ lot', 'Villeneuve-sur-Lot 47'],
    ['Y', 'Y 80'],
    ['Lyon 3', 'Lyon 3e 69'],
    ['lyon 3ème', 'Lyon 3e 69'],
    ['Paris 14', 'Paris 14e 75'],
    ['paris 14e arrondissement', 'Paris 14e 75'],
    ['Marseille 1er', 'Marseille 1er 13'],
    ['75014', 'Paris 14e 75'],
    ['51210', 'Montmirail 51'],
    ['51 210', 'Montmirail 51'],
    ['51096 Reims cedex', 'Reims 51'],
    ['51099', 'Marne 51'],
    ['51', 'Marne 51'],
    ['2a', 'Corse-du-Sud 2A'],
    ['974', 'La Réunion 974'],
    ['Saint-Denis 93', 'Saint-Denis 93'],
    ['Saint-Denis (La Réunion)', 'Saint-Denis 974'],
    ['Montmirail, Sarthe', 'Montmirail 72'],
    ['montmirail 72320', 'Montmirail 72'],
    ['9 rue Lucien Mathieu 51210 Montmirail', 'Montmirail 51'],
    ['rue de la Mairie, Champaubert', 'Champaubert 51'],
    ['bureau de poste de Champaubert', 'Champaubert 51'],
    ['Bellegarde-sur-Valserine', 'Valserhône 01'],
  ])('written as %s is understood', (text, first) => {
    expect(meant(text)[0]).toBe(first)
  })

  it.each([
    ['a wrong letter', 'Montmizail'],
    ['a missing letter', 'Montmirai'],
    ['a doubled letter', 'Monttmirail'],
    ['swapped letters', 'Montmriail'],
    ['a wrong first letter', 'Nontmirail'],
    ['a missing first letter', 'ontmirail'],
    ['a letter wrong before its end', 'Nontmira'],
  ])('with %s is still found', (_, text) => {
    expect(meant(text)).toContain('Montmirail 51')
  })

  it('comes after the commune that has the misspelt name by right', () => {
    expect(meant('Montmiral')[0]).toBe('Montmiral 26')
    expect(meant('Montmiral')).toContain('Montmirail 51')
  })

  it('shared by several communes means the larger first', () => {
    expect(meant('Saint-Denis', 4)).toEqual([
      'Saint-Denis 974',
      'Saint-Denis 93',
      'Saint-Denis 11',
      'Saint-Denis 30',
    ])
  })

  it('of a commune that merged says which', () => {
    const [first] = gazetteer.suggest('Arbignieu', 1)
    expect(first?.locality).toMatchObject({ code: '01015', name: 'Arboys en Bugey', formerly: 'Arbignieu' })
    expect(gazetteer.find('01120')).toMatchObject({ code: '01262', formerly: 'Cordieux' })
  })

  it.each([
    ['an emoji', '🙂'],
    ['nothing', ''],
    ['punctuation', '…'],
    ['markup', '<qzkxw>'],
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['a pattern', '(((.*'],
  ])('is not found in %s, and that soon', (_, text) => {
    const started = performance.now()
    expect(meant(text)).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('has its codes, postcodes and département', () => {
    expect(gazetteer.find('51380')).toEqual({
      code: '51380',
      kind: 'commune',
      name: 'Montmirail',
      postcodes: ['51210'],
      departement: '51',
      departementName: 'Marne',
    })
    expect(gazetteer.find('69383')).toMatchObject({ kind: 'arrondissement', name: 'Lyon 3e' })
    expect(gazetteer.find('2a')).toMatchObject({ kind: 'departement', name: 'Corse-du-Sud' })
    expect(gazetteer.find('99999')).toBeUndefined()
  })
})

it.each([
  ['lens', 'sens', true],
  ['sens', 'sens', false],
  ['ens', 'sens', true],
  ['ssens', 'sens', true],
  ['esns', 'sens', true],
  ['nses', 'sens', false],
  ['sen', 'sensy', false],
])('%s is one letter off from %s: %s', (written, name, is) => {
  expect(written !== name && isOneLetterOff(written, name)).toBe(is)
})
