import type { WorkshopList } from '../../shared/contracts/workshop-views.ts'
import { type Answer, api } from '../kit/api-client.ts'
import { type WorkshopQuery, workshopApi } from './workshop-client.ts'

export type WorkshopWhere = {
  readonly q?: string
  readonly locality?: string
  readonly near?: string
  readonly site?: string
}

/** `query` asks for the following page; it is absent where the words name no place. */
export type FoundWorkshops = WorkshopList & { readonly query?: WorkshopQuery }

const DEPARTEMENT = /^(\d{2}|2[AB]|9[78]\d)$/i

export const departementIn = (words: string | undefined): string | undefined =>
  words && DEPARTEMENT.test(words) ? words.toUpperCase() : undefined

const queryOf = async ({
  q,
  locality,
  near,
  site,
}: WorkshopWhere): Promise<Answer<WorkshopQuery | undefined>> => {
  const departement = departementIn(locality ?? q)
  if (departement) return { ok: true, value: { departement } }
  if (site) return { ok: true, value: { site } }
  if (near || !q) return { ok: true, value: near ? { near } : undefined }
  const answer = await api.searchSites({ ...(locality ? { locality } : { q }), limit: '1' })
  if (!answer.ok) return answer
  const position = answer.value.around?.position
  return { ok: true, value: position && { near: `${position.lat},${position.lon}` } }
}

/** Upcoming workshops near the given words or position, soonest first. */
export const findWorkshops = async (where: WorkshopWhere): Promise<Answer<FoundWorkshops>> => {
  const asked = await queryOf(where)
  if (!asked.ok) return asked
  const { value: query } = asked
  if (!query) return { ok: true, value: { workshops: [] } }
  const answer = await workshopApi.list(query)
  return answer.ok ? { ok: true, value: { ...answer.value, query } } : answer
}
