import { chiefTownOf } from '../../../shared/domain/departement-position.ts'
import { departementOfCode } from '../../../shared/domain/locality.ts'
import { distanceKm, type Position } from '../../../shared/domain/position.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Fields } from './row.ts'
import { readPosition } from './site-row.ts'

/** La Poste's list has points of communes overseas that lie in another ocean. */
const FARTHEST_KM = 400

export type CommunePosition = { readonly code: string; readonly position: Position }

/** A row of La Poste's list of postcodes; spreadsheets take the leading zero of codes away. */
export const readCommunePosition = (fields: Fields): Result<CommunePosition, string> => {
  const written = (fields.code_commune_insee ?? '').toUpperCase()
  const code = written.padStart(5, '0')
  const chiefTown = chiefTownOf(departementOfCode(code))
  if (!/^(\d{5}|2[AB]\d{3})$/.test(code) || !chiefTown) return refuse(`bad code of a commune "${written}"`)
  const read = readPosition(fields)
  if (!read.ok) return read
  if (!read.value) return refuse('no coordinates')
  const away = Math.round(distanceKm(chiefTown, read.value))
  return away > FARTHEST_KM
    ? refuse(`coordinates ${away} km from the chief town of its département`)
    : ok({ code, position: read.value })
}
