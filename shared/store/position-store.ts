import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import type { LocalityPositions } from '../domain/locality-position.ts'
import type { Position } from '../domain/position.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { allPositions, positionsKey } from './keys/directory-keys.ts'
import { putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                             | how                                                        | read     |
 | the positions of all communes      | query of the partition POSITIONS, an item a département    | eventual |
 | write those of a département       | put                                                        |          |
*/

/** A hundred metres are enough for the middle of a commune. */
const UNITS_A_DEGREE = 1000

const Rows = z.array(z.tuple([z.string(), z.int(), z.int()]))
const PositionsItem = z.object({ rows: z.instanceof(Uint8Array) })

const rowsOf = (item: Item): [code: string, Position][] =>
  Rows.parse(JSON.parse(gunzipSync(PositionsItem.parse(item).rows).toString())).map(([code, lat, lon]) => [
    code,
    { lat: lat / UNITS_A_DEGREE, lon: lon / UNITS_A_DEGREE },
  ])

const readPositions = async (table: Table): Promise<LocalityPositions> =>
  new Map((await queryRange(table, allPositions)).flatMap(rowsOf))

const writePositions = async (
  table: Table,
  departement: string,
  positions: LocalityPositions,
): Promise<void> => {
  const units = (degrees: number) => Math.round(degrees * UNITS_A_DEGREE)
  const rows = [...positions].map(([code, { lat, lon }]) => [code, units(lat), units(lon)])
  await putItem(table, { ...positionsKey(departement), rows: gzipSync(JSON.stringify(rows)) })
}

export type PositionStore = ReturnType<typeof positionStore>

export const positionStore = (table: Table) => storeOf(table, { readPositions, writePositions })
