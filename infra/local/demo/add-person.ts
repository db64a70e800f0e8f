import type { Holder } from '../../../shared/domain/holder.ts'
import { changeItem } from '../../../shared/store/change-item.ts'
import type { Table } from '../../../shared/store/client.ts'
import { holderKey } from '../../../shared/store/keys.ts'

export const addPerson = async (table: Table, { id, name = '', phone = '' }: Holder): Promise<void> => {
  await changeItem(table, holderKey(id), {
    set: 'SET #id = :id, #name = :name, #phone = :phone',
    when: 'attribute_not_exists(#pk)',
    values: { ':id': id, ':name': name, ':phone': phone },
  })
}
