import type { Holder } from '../domain/holder.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Language } from '../domain/language.ts'
import type { Table } from './client.ts'
import { when } from './expression.ts'
import { holderOf } from './identity-item.ts'
import { holderKey } from './keys/holder-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                            | how                                                         |
 | change what a holder is sent, how | update, on condition that they are there, and not forgotten |
*/

export type PreferenceChange = {
  readonly reminders?: boolean | undefined
  readonly language?: Language | undefined
}

const change = async (
  table: Table,
  id: HolderId,
  { reminders, language }: PreferenceChange,
): Promise<Holder | undefined> => {
  const changed = await changeItem(table, holderKey(id), {
    set: {
      ...(reminders !== undefined && { noReminders: reminders ? undefined : true }),
      ...(language && { language }),
    },
    when: when`attribute_exists(pk) AND attribute_not_exists(#forgetting)`,
  })
  return changed && holderOf(changed)
}

export const preferenceStore = (table: Table) => storeOf(table, { change })
