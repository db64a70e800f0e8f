import { createRequire } from 'node:module'
import * as z from 'zod'
import { lineOfLocality, type OfficialLocality } from '../../shared/domain/locality.ts'
import { searchableLines } from '../../shared/domain/searchable.ts'

const Commune = z.object({
  code: z.string(),
  nom: z.string(),
  codesPostaux: z.array(z.string()).default([]),
  population: z.number().default(0),
  chefLieu: z.string().optional(),
})

const Departement = z.object({ code: z.string(), nom: z.string() })

const read = <T>(schema: z.ZodType<T>, name: string): T[] =>
  z.array(schema).parse(createRequire(import.meta.url)(`@etalab/decoupage-administratif/data/${name}.json`))

/**
 * Communes, those that merged into others, arrondissements and départements by their searchable name, a line
 * each. Etalab, "découpage administratif" (Licence Ouverte 2.0). The bundle has the text instead of this.
 */
export const officialLocalities = (): string => {
  const communes = read(Commune, 'communes')
  const current = new Map(communes.flatMap((each) => (each.chefLieu ? [] : [[each.code, each.nom] as const])))
  const localities: OfficialLocality[] = communes
    .filter(({ nom, chefLieu }) => chefLieu === undefined || current.get(chefLieu) !== nom)
    .map(({ code, nom, codesPostaux, population, chefLieu }) => ({
      name: nom.replace(' Arrondissement', ''),
      code,
      postcodes: codesPostaux,
      population,
      mergedInto: chefLieu,
    }))
  for (const { code, nom } of read(Departement, 'departements'))
    localities.push({ name: nom, code, postcodes: [], population: 0 })
  const keys = searchableLines(localities.map(({ name }) => name))
  return localities
    .map((locality, at) => ({ key: keys[at] ?? '', line: lineOfLocality(locality) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line)
    .join('\n')
}
