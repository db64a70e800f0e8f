import * as z from 'zod'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { branded, InstantItem } from './branded.ts'
import { queryRange, type Table } from './client.ts'
import { IS_PRESENT } from './expression.ts'
import { allErasures, erasureKey } from './keys/erasure-keys.ts'
import { EXPIRY } from './keys/key.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 In a table of its own, which is not restored with the other:
 | access               | how                        | read   |
 | note an erasure      | put                        | strong |
 | note that it is done | update                     |        |
 | all erasures         | query of the one partition | strong |
*/

/** Longer than any copy of the other table is kept. */
const KEPT_DAYS = 400
const DAY_SECONDS = 86_400

const ErasureItem = z.object({
  holder: branded<HolderId>(),
  at: InstantItem,
  doneAt: InstantItem.exactOptional(),
})

type Erasure = { readonly holder: HolderId; readonly at: Instant; readonly doneAt?: Instant }

export const ledgerBeside = ({ client, name }: Table): Table => ({ client, name: `${name}-erasures` })

const noteErasure = async (table: Table, holder: HolderId, at: Instant): Promise<void> => {
  const item = {
    ...erasureKey(holder),
    holder,
    at,
    [EXPIRY]: Math.ceil(at / 1000) + KEPT_DAYS * DAY_SECONDS,
  }
  await putItem(table, item)
}

const noteDone = async (table: Table, { holder }: Erasure, doneAt: Instant): Promise<void> => {
  if (!(await changeItem(table, erasureKey(holder), { set: { doneAt }, when: IS_PRESENT })))
    throw new Error('an erasure that was never noted is done')
}

const listErasures = async (table: Table): Promise<Erasure[]> =>
  (await queryRange(table, allErasures, { consistent: true })).map((item) => ErasureItem.parse(item))

export const ledgerStore = (table: Table) => storeOf(table, { noteErasure, noteDone, listErasures })
