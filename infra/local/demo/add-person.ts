import type { Holder } from '../../../shared/domain/holder.ts'
import type { Table } from '../../../shared/store/client.ts'
import { IS_ABSENT } from '../../../shared/store/expression.ts'
import { holderKey, REVIEWED_SOON } from '../../../shared/store/keys/holder-keys.ts'
import { putItem } from '../../../shared/store/single-item.ts'

export const addPerson = async (table: Table, { id, name = '', phone = '' }: Holder): Promise<void> => {
  await putItem(table, { ...holderKey(id), ...REVIEWED_SOON, id, name, phone }, IS_ABSENT)
}
