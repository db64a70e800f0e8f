import type { Holder } from '../domain/holder.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { type Call, openings } from './call-item.ts'
import type { Table } from './client.ts'
import { IS_ABSENT, IS_PRESENT, when } from './expression.ts'
import { holderKey } from './keys/holder-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { check, write } from './write.ts'

/*
 | access                           | how                                                        |
 | nothing arrives at an address    | update of the holder, on condition that it is still theirs |
 | something arrives there again    | update of the holder                                       |
 | a call about what did not arrive | transaction: holder (same address), open call (absent)     |
*/

/** False when the address is no longer theirs. */
const markUnreachable = async (
  table: Table,
  { id, email }: Pick<Holder, 'id' | 'email'>,
  at: Instant,
): Promise<boolean> =>
  (await changeItem(table, holderKey(id), {
    set: { unreachableSince: at },
    when: when`#email = ${email}`,
  })) !== undefined

const clearUnreachable = async (table: Table, id: HolderId): Promise<void> => {
  await changeItem(table, holderKey(id), { remove: ['unreachableSince'], when: IS_PRESENT })
}

/** Nothing when the call is open already, or its person is no longer known by this address. */
const openCall = async (table: Table, call: Call, { email }: Pick<Holder, 'email'>): Promise<void> => {
  await write(table, [
    check(table, holderKey(call.holder), when`#email = ${email}`),
    ...(await openings(table, [call], IS_ABSENT)),
  ])
}

export type UndeliveredStore = ReturnType<typeof undeliveredStore>

export const undeliveredStore = (table: Table) =>
  storeOf(table, { markUnreachable, clearUnreachable, openCall })
