import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION } from '../../shared/store/table.ts'
import { createTable } from './create-table.ts'
import { openEngine } from './engine.ts'
import { localClient } from './local-client.ts'

export type OpenTable = { readonly table: Table; readonly close: () => Promise<void> }

/** The local run's table, running or not, or the one in AWS; `RESTANTE_TABLE` names it. */
export const openTable = async (aws: boolean): Promise<OpenTable> => {
  const name = process.env.RESTANTE_TABLE ?? 'restante'
  if (aws) {
    const client = new DynamoDBClient()
    return { table: { client, name }, close: async () => client.destroy() }
  }
  const engine = await openEngine({ folder: join(process.cwd(), '.restante'), shared: true })
  const client = localClient(engine.endpoint)
  await createTable(client, name)
  await createTable(client, ledgerBeside({ client, name }).name, LEDGER_DEFINITION)
  const close = async () => {
    client.destroy()
    await engine.close()
  }
  return { table: { client, name }, close }
}
