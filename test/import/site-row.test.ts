import { describe, expect, test } from 'vitest'
import { loadCommunes } from '../../functions/jobs/import-network/communes.ts'
import { readSite } from '../../functions/jobs/import-network/site-row.ts'

const communes = loadCommunes()

const siteOf = (fields: Record<string, string>) => {
  const result = readSite(
    { identifiant: '00001A', libelle_du_site: 'POSTE', code_postal: '75001', localite: 'PARIS', ...fields },
    communes,
  )
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('the name of a site', () => {
  test.each([
    ['SENS DE BRETAGNE BP', 'SENS DE BRETAGNE', '35490', '35326', 'Sens-de-Bretagne'],
    ['SAINT GERAND LE PUY BP', 'ST GERAND LE PUY', '03150', '03235', 'Saint-Gérand-le-Puy'],
    ['NOYANT D ALLIER BP', 'NOYANT D ALLIER', '03210', '03202', 'Noyant-d’Allier'],
    ['RENNES LE GAST', 'RENNES', '35700', '35238', 'Rennes Le Gast'],
    ['AIX LES BAINS VICTORIA BP', 'AIX LES BAINS', '73100', '73008', 'Aix-les-Bains Victoria'],
    ['PONTIVY PRINCIPAL', 'PONTIVY', '56300', '56178', 'Pontivy'],
    ['ST ELSEWHERE SUR MER BP', 'ST ELSEWHERE', '35000', '', 'Saint Elsewhere sur Mer'],
    ['RELAIS DE LA GARE D AILLEURS RP', 'RENNES', '35700', '35238', 'Relais de la Gare d’Ailleurs'],
  ])('from %s in %s is the commune’s, or reads well', (label, locality, postcode, insee, name) => {
    const site = siteOf({
      libelle_du_site: label,
      localite: locality,
      code_postal: postcode,
      code_insee: insee,
    })
    expect(site.name).toBe(name)
    expect(site.commune).not.toContain("'")
  })

  test('keeps its own spelling for a commune that became part of another', () => {
    const site = siteOf({
      libelle_du_site: 'SAINT MATRE AP',
      localite: 'PORTE DU QUERCY',
      code_postal: '46800',
      code_insee: '46033',
    })
    expect(site).toMatchObject({ name: 'Saint-Matré', commune: 'Porte-du-Quercy' })
  })

  test('has the city as its commune in Paris, Lyon and Marseille', () => {
    expect(siteOf({ code_insee: '75108' }).commune).toBe('Paris')
  })
})

describe('the kind of a site', () => {
  test.each([
    ['Bureau de Poste', 'post-office'],
    ['Agence postale communale', 'municipal-agency'],
    ['Agence postale', 'municipal-agency'],
    ['Agence postale intercommunale', 'intermunicipal-agency'],
    ['Relais poste commerçant', 'partner-shop'],
    ['Relais poste', 'partner-shop'],
    ['Point partenaire', 'partner-shop'],
    ['Agence postale militaire', 'other'],
    ['Bureau spatial', 'other'],
    ['', 'other'],
  ])('is read from %s as %s', (label, kind) => {
    expect(siteOf({ caracteristique_du_site: label }).kind).toBe(kind)
  })
})

describe('the address of a site', () => {
  test.each([
    [{ adresse: '9 RUE LUCIEN MATHIEU' }, '9 rue Lucien Mathieu'],
    [{ adresse: '2 BIS AVENUE DE L EGLISE' }, '2 bis avenue de l’Église'],
    [{ adresse: 'PLACE DU 8 MAI' }, 'Place du 8 mai'],
    [{ adresse: 'Rue principale', complement_d_adresse: 'MAIRIE' }, 'Rue Principale, Mairie'],
    [{ adresse: 'PLACE DE LA MAIRIE', complement_d_adresse: 'MAIRIE' }, 'Place de la Mairie'],
    [{ adresse: 'LIEU DIT LES GAUDIONS' }, 'Lieu-dit les Gaudions'],
    [{ adresse: '', complement_d_adresse: '', lieu_dit: 'LE BOURG' }, 'Le Bourg'],
    [
      {
        adresse: '51 LE BOURG',
        complement_d_adresse: 'CARREFOUR CITY',
        caracteristique_du_site: 'Relais poste',
      },
      '51 le Bourg, Carrefour City',
    ],
    [
      { adresse: '14 AVENUE DES CHARDONNERETS', complement_d_adresse: 'ESPACE FERRY' },
      '14 avenue des Chardonnerets',
    ],
  ])('is read from %o as %s', (fields, address) => {
    expect(siteOf(fields).address).toBe(address)
  })
})

test.each([
  ['97410', 'Indian/Reunion', '974'],
  ['97320', 'America/Cayenne', '973'],
  ['98713', 'Pacific/Tahiti', '987'],
  ['20140', 'Europe/Paris', '2A'],
])('the postcode %s is read as %s', (code_postal, timeZone, departement) => {
  expect(siteOf({ code_postal, localite: 'X' })).toMatchObject({ timeZone, departement })
})
