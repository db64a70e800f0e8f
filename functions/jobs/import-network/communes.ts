import { createRequire } from 'node:module'
import * as z from 'zod'
import { searchable } from '../../../shared/domain/searchable.ts'
import { departementOf } from '../../../shared/domain/territory.ts'

const OfficialCommune = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  commune: z.string().optional(),
})

/** Official spellings of today's and former communes of France. */
export type Communes = {
  readonly byInsee: (insee: string) => string | undefined
  readonly byName: (name: string, departement: string) => string | undefined
}

/** Rows for arrondissements of Paris, Lyon and Marseille belong to one commune each. */
export const loadCommunes = (): Communes => {
  const rows = z
    .array(OfficialCommune)
    .parse(createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json'))
  const named = new Map<string, string>()
  const coded = new Map<string, string>()
  const wholes = rows.filter(({ commune }) => commune === undefined)
  for (const { code, nom, type } of wholes) {
    const departement = /^9[78]|^2[AB]/.test(code)
      ? code.slice(0, /^9/.test(code) ? 3 : 2)
      : departementOf(code)
    const name = `${departement} ${searchable(nom)}`
    if (type === 'commune-actuelle' || !coded.has(code)) coded.set(code, nom)
    if (type === 'commune-actuelle' || !named.has(name)) named.set(name, nom)
  }
  for (const { code, commune = '' } of rows) coded.set(code, coded.get(code) ?? coded.get(commune) ?? '')
  return {
    byInsee: (insee) => coded.get(insee) || undefined,
    byName: (name, departement) => named.get(`${departement} ${searchable(name)}`),
  }
}
